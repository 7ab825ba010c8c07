import { bilingual } from '../language/language.ts';

export const partTexts = bilingual({
  actions: 'Åtgärder', staffMissing: 'Välj person.', dateMissing: 'Ange ett datum.', dateWrong: 'Datumet finns inte. Skriv dag, månad och år med siffror.',
  away: { openDispute: 'Öppna en tvist om ansvar eller kostnad', changeDispute: 'För tvisten vidare', description: 'Skriv en händelsebeskrivning' },
  harm: { notified: 'Anmält till IVO den', toldOn: (when: string) => `De som beslutar fick veta ${when}.`, dueOn: (when: string) => `Beslut senast ${when}.`, title: (law: string) => `Beslut om ${law}`, about: 'Händelsen har, eller kunde ha, lett till allvarlig skada. Ärendet kan inte avslutas innan beslutet är antecknat.', record: 'Anteckna beslutet', decision: 'Beslut', missing: 'Välj beslut.', reference: 'Referensnummer', referenceMissing: 'Fyll i referensnumret.', referenceAbout: 'IVO:s nummer, eller vårdgivarens eget.', reason: 'Skäl', date: 'Beslutat', submit: 'Spara beslutet', said: 'Beslutet är antecknat.' },
  informed: {
    title: 'Information till patienten', about: 'Patienten ska få veta vad som hänt. Ärendet kan inte avslutas innan det är antecknat.', record: 'Anteckna informationen', given: 'Har patienten fått information?', yes: 'Ja', no: 'Nej', missing: 'Svara ja eller nej.', reason: 'Varför inte?', to: 'Vem fick informationen?', toMissing: 'Välj vem.', at: 'När?', by: 'Vem informerade? Ange befattning, inget namn', byMissing: 'Ange befattning.', points: 'Vad fick patienten veta?', pointsReason: 'Varför inte det som saknas?', pointsMissing: 'Markera allt patienten fick veta, eller skriv varför något saknas.', noted: 'Antecknat i journalen',
    views: 'Patientens egen syn på det som hänt', support: 'Stöd till personalen', submit: 'Spara informationen', said: 'Informationen till patienten är antecknad.',
  },
  effect: {
    title: 'Följ upp effekten', about: 'Gav åtgärderna önskat resultat?', wanted: 'Önskat resultat', yes: 'Ja', no: 'Nej, det behövs en ny åtgärd', missing: 'Svara ja eller nej.', note: 'Vad visade uppföljningen?', newAction: 'Ny åtgärd', newActionMissing: 'Skriv den nya åtgärden.', who: 'Vem ansvarar?', due: 'Senast', submit: 'Spara uppföljningen', said: 'Uppföljningen är sparad.',
  },
  assess: {
    title: 'Bedöm skadan', again: 'Bedöm skadan på nytt', about: 'Bedöm det som hände, eller det värsta som rimligen kunde ha hänt.', harm: 'Skada', harmMissing: 'Välj det som stämmer bäst.', seriousRisk: 'Det kunde ha lett till allvarlig skada',
    consequence: 'Konsekvens', consequenceMissing: 'Välj konsekvens.', probability: 'Sannolikhet att det händer igen', probabilityMissing: 'Välj sannolikhet.', nccMerp: 'Läkemedelsindex (NCC MERP)', noIndex: 'Inte bedömt', note: 'Motivering', submit: 'Spara bedömningen', said: 'Bedömningen är sparad.',
  },
  review: { title: 'Granska bedömningen', about: (name: string) => `${name} har gjort bedömningen. En annan person granskar den innan ärendet kan avslutas.`, waits: 'Bedömningen ska granskas av en annan person innan ärendet kan avslutas.', note: 'Vad såg du i granskningen?', submit: 'Spara granskningen', said: 'Granskningen är sparad.' },
  support: { title: 'Stöd till personalen', given: 'Får personalen stöd?', yes: 'Ja', no: 'Nej', missing: 'Svara ja eller nej.', how: 'Hur?', why: 'Varför inte?', whyMissing: 'Skriv varför.', at: 'Sedan när?', submit: 'Spara stödet', said: 'Stödet till personalen är antecknat.' },
  feedback: { title: 'Återkoppla till personalen', about: 'Berätta vad som har gjorts. Cheferna för de enheter du väljer får mejl, och den som rapporterade.', text: 'Vad har gjorts?', textMissing: 'Skriv vad som har gjorts.', units: 'Till vilka enheter?', submit: 'Återkoppla', said: 'Återkopplingen är sparad och de berörda får mejl.' },
  story: {
    assessment: 'Bedömning av skadan', assessedBy: (name: string, when: string) => `${name}, ${when}`, matrix: 'Konsekvens (rader) och sannolikhet (kolumner)', chosen: 'vald', reviewed: 'Granskad', reviewedBy: (name: string, when: string) => `${name}, ${when}`, yes: 'Ja',
    seriousRisk: 'Kunde ha lett till allvarlig skada', notified: 'Anmält till IVO', told: 'De som beslutar fick veta', due: 'Beslut senast', supportTitle: 'Stöd till personalen', supported: 'Ges', notSupported: 'Ges inte', since: 'Sedan', how: 'Hur', why: 'Varför inte', feedback: 'Återkoppling till personalen', feedbackBy: (name: string, when: string) => `${name}, ${when}`, to: 'Till',
  },
  blocked: 'Det här måste göras först', byOthers: '(görs av den som rutinen anger)', mend: { 'harm-review-missing': 'Bedömningen av skadan ska granskas', 'harm-decision-missing': 'Anteckna beslutet om allvarlig skada', 'patient-information-missing': 'Anteckna informationen till patienten' },
  consequence: { 1: 'Mindre', 2: 'Måttlig', 3: 'Betydande', 4: 'Katastrofal' }, probability: { 1: 'Mycket liten', 2: 'Liten', 3: 'Stor', 4: 'Mycket stor' },
  risk: { low: 'låg', medium: 'måttlig', high: 'hög', extreme: 'mycket hög' },
  index: {
    A: 'A: kunde ha lett till fel', B: 'B: fel som inte nådde patienten', C: 'C: nådde patienten, ingen skada', D: 'D: behövde övervakas, ingen skada', E: 'E: tillfällig skada, behandling', F: 'F: tillfällig skada, sjukhusvård',
    G: 'G: bestående skada', H: 'H: livshotande', I: 'I: dödsfall',
  },
}, {
  actions: 'Actions', staffMissing: 'Choose a person.', dateMissing: 'Give a date.', dateWrong: 'There is no such date. Write day, month and year in digits.',
  away: { openDispute: 'Open a dispute on responsibility or cost', changeDispute: 'Take the dispute further', description: 'Write an event description' },
  harm: { notified: 'Notified to IVO on', toldOn: (when: string) => `Those who decide were told ${when}.`, dueOn: (when: string) => `To be decided by ${when}.`, title: (law: string) => `Decision on ${law}`, about: 'The event caused, or could have caused, serious harm. The case cannot be closed before the decision is recorded.', record: 'Record the decision', decision: 'Decision', missing: 'Choose a decision.', reference: 'Reference number', referenceMissing: 'Fill in the reference number.', referenceAbout: 'The number of IVO, or the care provider’s own.', reason: 'Grounds', date: 'Decided', submit: 'Save the decision', said: 'The decision is recorded.' },
  informed: {
    title: 'Information to the patient', about: 'The patient is to be told what happened. The case cannot be closed before it is recorded.', record: 'Record the information', given: 'Has the patient been informed?', yes: 'Yes', no: 'No', missing: 'Answer yes or no.', reason: 'Why not?', to: 'Who was informed?', toMissing: 'Choose who.', at: 'When?', by: 'Who informed? Give the job title, no name', byMissing: 'Give the job title.', points: 'What was the patient told?', pointsReason: 'Why not what is missing?', pointsMissing: 'Mark all that the patient was told, or write why something is missing.', noted: 'Noted in the record',
    views: 'The patient’s own views on what happened', support: 'Support to staff', submit: 'Save the information', said: 'The information to the patient is recorded.',
  },
  effect: {
    title: 'Review the effect', about: 'Did the actions have the wanted result?', wanted: 'Wanted result', yes: 'Yes', no: 'No, a new action is needed', missing: 'Answer yes or no.', note: 'What did the review show?', newAction: 'New action', newActionMissing: 'Write the new action.', who: 'Who is responsible?', due: 'By', submit: 'Save the review', said: 'The review is saved.',
  },
  assess: {
    title: 'Assess the harm', again: 'Assess the harm anew', about: 'Assess what happened, or the worst that could reasonably have happened.', harm: 'Harm', harmMissing: 'Choose what fits best.', seriousRisk: 'It could have caused serious harm',
    consequence: 'Consequence', consequenceMissing: 'Choose a consequence.', probability: 'Probability that it happens again', probabilityMissing: 'Choose a probability.', nccMerp: 'Medication index (NCC MERP)', noIndex: 'Not assessed', note: 'Grounds', submit: 'Save the assessment', said: 'The assessment is saved.',
  },
  review: { title: 'Review the assessment', about: (name: string) => `${name} made the assessment. Another person reviews it before the case can be closed.`, waits: 'The assessment is to be reviewed by another person before the case can be closed.', note: 'What did you see in the review?', submit: 'Save the review of the assessment', said: 'The review is saved.' },
  support: { title: 'Support to staff', given: 'Do the staff get support?', yes: 'Yes', no: 'No', missing: 'Answer yes or no.', how: 'How?', why: 'Why not?', whyMissing: 'Write why.', at: 'Since when?', submit: 'Save the support', said: 'The support to staff is recorded.' },
  feedback: { title: 'Feed back to the staff', about: 'Say what has been done. Managers of the units you choose get a mail, and so does whoever reported.', text: 'What has been done?', textMissing: 'Write what has been done.', units: 'To which units?', submit: 'Feed back', said: 'The feedback is saved, and those concerned get a mail.' },
  story: {
    assessment: 'Assessment of harm', assessedBy: (name: string, when: string) => `${name}, ${when}`, matrix: 'Consequence (rows) and probability (columns)', chosen: 'chosen', reviewed: 'Reviewed', reviewedBy: (name: string, when: string) => `${name}, ${when}`, yes: 'Yes',
    seriousRisk: 'Could have caused serious harm', notified: 'Notified to IVO', told: 'Those who decide were told', due: 'To be decided by', supportTitle: 'Support to staff', supported: 'Given', notSupported: 'Not given', since: 'Since', how: 'How', why: 'Why not', feedback: 'Feedback to the staff', feedbackBy: (name: string, when: string) => `${name}, ${when}`, to: 'To',
  },
  blocked: 'This must be done first', byOthers: '(by those whom the routine names)', mend: { 'harm-review-missing': 'The assessment of harm is to be reviewed', 'harm-decision-missing': 'Record the decision on serious harm', 'patient-information-missing': 'Record the information to the patient' },
  consequence: { 1: 'Minor', 2: 'Moderate', 3: 'Major', 4: 'Catastrophic' }, probability: { 1: 'Very small', 2: 'Small', 3: 'Large', 4: 'Very large' },
  risk: { low: 'low', medium: 'moderate', high: 'high', extreme: 'very high' },
  index: {
    A: 'A: could have caused an error', B: 'B: an error that did not reach the patient', C: 'C: reached the patient, no harm', D: 'D: needed monitoring, no harm', E: 'E: temporary harm, treatment', F: 'F: temporary harm, hospital care',
    G: 'G: permanent harm', H: 'H: life-threatening', I: 'I: death',
  },
});
