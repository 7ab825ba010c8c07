import { bilingual } from '../../language/language.ts';

export const secrecyTexts = bilingual({
  protectedIdentity: 'Skyddad identitet', protectedAbout: 'Ärendet gäller någon med skyddad identitet. Det syns bara som ”Skyddade uppgifter” i andras listor.',
  hidden: 'Personen har skyddad identitet. Därför visas bara var ärendet är, inte vad som står i det.',
  consents: {
    title: 'Samtycke', none: 'Inget samtycke är antecknat.', filer: 'den som anmälde', needed: 'Texter som pekar ut patienten, och att berätta vem det gäller, kräver samtycke från patienten för mottagaren. Annars får bara en avidentifierad text skickas.',
    status: { given: 'Samtycke lämnat', refused: 'Samtycke nekat', notAsked: 'Inte tillfrågad' }, scope: { identity: 'vem det gäller', events: 'vad som hänt', healthData: 'hälsouppgifter, som diagnoser' },
    withdrawn: (when: string) => `Återkallat ${when}`, inForce: 'Gäller', notInForce: 'Gäller inte', by: 'Frågade', at: 'När', covers: 'Omfattar', to: 'Mottagare', state: 'Läge', caption: 'Antecknade samtycken',
  },
  record: {
    title: 'Anteckna samtycke', recipient: 'Får lämnas till', recipientMissing: 'Välj mottagare.', status: 'Svar', statusMissing: 'Välj vad patienten svarade.', scope: 'Vad omfattar samtycket?', by: 'Vem frågade? Ange befattning', byMissing: 'Ange befattning.',
    at: 'När', atWrong: 'Ange när det skedde.', submit: 'Spara samtycket', said: 'Samtycket är antecknat.',
  },
  withdraw: { title: 'Anteckna att samtycket återkallats', about: 'Det som inte har skickats stoppas. Det som redan har lämnats ut går inte att ta tillbaka.', which: 'Vilket samtycke?', missing: 'Välj samtycke.', submit: 'Återkalla samtycket', said: 'Samtycket är återkallat.' },
  form: { title: 'Texten är', deidentified: 'Avidentifierad: ingen kan förstå vem patienten är', identified: 'Identifierande: patienten går att känna igen (kräver samtycke)', confirmedAs: { deidentified: 'Bekräftad som avidentifierad.', identified: 'Bekräftad som identifierande.' } },
  original: 'Som det rapporterades', version: 'Det som lämnas ut', left: (count: number) => (count === 1 ? 'En sak i texten kan röja vem det gäller.' : `${count} saker i texten kan röja vem det gäller.`),
  reference: {
    title: 'Ange eller rätta patientuppgift', about: 'Förvaras för sig och skyddat. Ändringen loggas med din anledning.', field: 'Personnummer eller annan patientuppgift', missing: 'Fyll i patientuppgiften.', reason: 'Anledning', reasonMissing: 'Skriv en anledning.',
    submit: 'Spara patientuppgiften', said: 'Patientuppgiften är sparad.', protectedTick: 'Personen har skyddad identitet',
  },
  move: { title: 'Personnummer i texterna', about: 'Numret tas bort ur ärendets texter och förvaras skyddat som patientuppgift. Alla andra ord står kvar.', submit: (number: string) => `Flytta ${number} till patientuppgift`, said: 'Numret är flyttat till patientuppgiften.' },
}, {
  protectedIdentity: 'Protected identity', protectedAbout: 'The case concerns somebody with a protected identity. In the lists of others it shows as “Protected details” alone.',
  hidden: 'The person has a protected identity. Therefore only where the case is shows here, not what it says.',
  consents: {
    title: 'Consent', none: 'No consent is recorded.', filer: 'whoever filed', needed: 'Texts that tell who the patient is, and saying whom it concerns, need the patient’s consent for the recipient. Otherwise only a de-identified text may be sent.',
    status: { given: 'Consent given', refused: 'Consent refused', notAsked: 'Not asked' }, scope: { identity: 'whom it concerns', events: 'what happened', healthData: 'health data, such as diagnoses' },
    withdrawn: (when: string) => `Withdrawn ${when}`, inForce: 'In force', notInForce: 'Not in force', by: 'Asked by', at: 'When', covers: 'Covers', to: 'Recipient', state: 'State', caption: 'Recorded consents',
  },
  record: {
    title: 'Record consent', recipient: 'May be told', recipientMissing: 'Choose a recipient.', status: 'Answer', statusMissing: 'Choose what the patient answered.', scope: 'What does the consent cover?', by: 'Who asked? Give the job title', byMissing: 'Give the job title.',
    at: 'When', atWrong: 'Say when it happened.', submit: 'Save the consent', said: 'The consent is recorded.',
  },
  withdraw: { title: 'Record that consent was withdrawn', about: 'What has not been sent is stopped. What has left cannot be taken back.', which: 'Which consent?', missing: 'Choose a consent.', submit: 'Withdraw the consent', said: 'The consent is withdrawn.' },
  form: { title: 'The text is', deidentified: 'De-identified: nobody can tell who the patient is', identified: 'Identifying: the patient can be recognised (needs consent)', confirmedAs: { deidentified: 'Confirmed as de-identified.', identified: 'Confirmed as identifying.' } },
  original: 'As it was reported', version: 'What leaves', left: (count: number) => (count === 1 ? 'One thing in the text may tell whom it is about.' : `${count} things in the text may tell whom it is about.`),
  reference: {
    title: 'Give or mend the patient reference', about: 'Kept apart and protected. The change is logged with your reason.', field: 'Personal identity number or other patient reference', missing: 'Fill in the patient reference.', reason: 'Reason', reasonMissing: 'Write a reason.',
    submit: 'Save the patient reference', said: 'The patient reference is saved.', protectedTick: 'The person has a protected identity',
  },
  move: { title: 'Personal identity numbers in the texts', about: 'The number is taken out of the texts of the case and kept, protected, as the patient reference. All other words stand.', submit: (number: string) => `Move ${number} to the patient reference`, said: 'The number is moved to the patient reference.' },
});
