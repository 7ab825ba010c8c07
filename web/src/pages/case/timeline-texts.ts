import type { CaseEventType, MailKind } from '../../../../functions/contracts/words.ts';
import { bilingual } from '../../language/language.ts';

/** Why a mail did not go out, or went out once more, as the ledger says it. */
export const mailFates = ['no-address', 'rejected', 'expired', 'link-not-live', 'window', 'repeated'] as const;

export const timelineTexts = bilingual({
  title: 'Vad som har hänt', clock: 'Brygga', inRole: (role: string) => `som ${role}`,
  event: {
    submitted: 'Rapporterade avvikelsen', assigned: 'Fördelade ärendet', externalUnitSet: 'Angav extern enhet', breachSet: 'Angav vad som inte följdes', outgoingTextEdited: 'Redigerade texten som lämnas ut',
    outgoingTextConfirmed: 'Bekräftade texten som lämnas ut', informationRequested: 'Bad rapportören om mer', informationProvided: 'Svarade på frågan', sent: 'Skickade till den externa enheten',
    linkRenewed: 'Skickade en ny länk; den gamla slutade gälla', identityGiven: 'Lämnade uppgift om vem det gäller', noteAdded: 'Skrev en anteckning', codeSent: 'Kod begärd vid länken',
    acknowledged: 'Tog emot ärendet', opened: 'Öppnade ärendet', answered: 'Svarade', replyReturned: 'Returnerade svaret', asked: 'Ställde en fråga', decided: 'Avgjorde frågan',
    handedOver: 'Ärendet överlämnades', wrongRecipient: 'Meddelade att enheten är fel mottagare', shared: 'Delade svaret', closed: 'Avslutade ärendet', reopened: 'Återöppnade ärendet', withdrawn: 'Återkallade ärendet',
    notAcknowledged: 'Inte öppnad i tid', reminded: 'Påminnelse skickad', escalated: 'Försenat svar: båda cheferna fick veta', linkExpired: 'Länken slutade gälla', handlingOverdue: 'Handläggningen är försenad',
    mailSent: 'Mejl skickat', mailBounced: 'Mejl kom inte fram', lifecycleStopped: 'Ärendets körning stannade', lifecycleRedriven: 'Ärendets körning fortsattes där den stannade', lifecycleRestarted: 'Ärendets körning startades om',
    attachmentAdded: 'Lade till en fil', attachmentRefused: 'En fil nekades vid genomsökningen', openedWithReason: 'Öppnade ärendet med angivet skäl',
    onCallFlagged: 'Bedömning av jourtid', onCallCompleted: 'Kompletterade uppgifterna om jourtid', notOursSet: 'Angav att det är annans ansvar', dispatched: 'Antecknade ett utskick', replyRegistered: 'Registrerade ett svar som kom på annat sätt', notedInRecord: 'Antecknade ärendenumret i journalen', enteredFromPaper: 'Fördes in från pappersblankett',
    filed: 'Anmälde avvikelsen', registered: 'Registrerade avvikelsen', concernedUnitsSet: 'Angav vilka enheter det gäller', investigatorsAdded: 'Lade till medutredare', investigationSaved: 'Skrev i utredningen',
    actionAdded: 'Lade till en åtgärd', actionChanged: 'Ändrade en åtgärd', actionDone: 'Åtgärden är gjord', investigationDone: 'Anmälde utredningen som klar', investigationReturned: 'Bad om mer utredning',
    replySent: 'Skickade svaret och avslutade ärendet', ownerMoved: 'Ärendet flyttades till den berörda enheten', rejected: 'Avvisade ärendet', redirected: 'Skickade vidare till rätt enhet', pharmacyNotified: 'Antecknade anmälan till dosapoteket',
    consentRecorded: 'Antecknade samtycke', consentWithdrawn: 'Antecknade att ett samtycke återkallats', patientReferenceSet: 'Angav eller rättade patientuppgiften', patientReferenceMoved: 'Flyttade ett nummer till patientuppgiften',
    harmDecided: 'Antecknade beslut om allvarlig skada', seriousHarmTold: 'Ansvarig fick genast veta om allvarlig skada', patientInformed: 'Antecknade information till patienten', effectReviewed: 'Följde upp effekten',
    registrationOverdue: 'Registreringen är försenad', pharmacyOverdue: 'Dosapoteket är inte anmält i tid', effectReviewDue: 'Dags att följa upp effekten', effectReviewOverdue: 'Effektuppföljningen är försenad', effectReviewEscalated: 'Effekten inte uppföljd: chefen fick veta',
    harmAssessed: 'Bedömde skadan', harmReviewed: 'Granskade bedömningen av skadan', harmDecisionOverdue: 'Beslutet om allvarlig skada är försenat', harmDecisionEscalated: 'Inget beslut om allvarlig skada: cheferna fick veta', staffSupported: 'Antecknade stöd till personalen', fedBack: 'Återkopplade till personalen',
  } satisfies Record<CaseEventType, string>,
  mail: {
    receipt: 'kvitto', assigned: 'tilldelning', request: 'begäran om svar', code: 'kod', acknowledged: 'mottagen', notAcknowledged: 'inte öppnad', reminder: 'påminnelse', escalation: 'till båda cheferna',
    asked: 'fråga', decided: 'beslut', answered: 'besvarad', returned: 'returnerad', informationRequested: 'fråga till rapportören', informationProvided: 'svar från rapportören', shared: 'svaret delat',
    closed: 'avslutad', withdrawn: 'återkallad', reopened: 'återöppnad', handlingOverdue: 'handläggning försenad', bounced: 'mejl kom inte fram', stopped: 'körning stannad', test: 'provmeddelande',
    filed: 'kvitto till den som anmälde', informationWanted: 'fråga till den som anmälde', replySent: 'svar till den som anmälde', statusLink: 'länk till den som anmälde', rejected: 'avvisning till den som anmälde', intakeCode: 'kod', incoming: 'inkommen avvikelse', registrationOverdue: 'registrering försenad',
    investigationReminder: 'påminnelse om utredning', investigationEscalation: 'försenad utredning, till chef', investigationDone: 'utredning klar', investigationReturned: 'mer utredning behövs', redirected: 'skickad vidare', incomingClosed: 'avslutad',
    actionAssigned: 'åtgärd att göra', seriousHarm: 'allvarlig skada', pharmacyReminder: 'påminnelse om dosapotek', effectReviewDue: 'effektuppföljning', effectReviewReminder: 'påminnelse om effektuppföljning', effectReviewEscalation: 'försenad effektuppföljning, till chef', spotCheckDrawn: 'stickprov', spotCheckReminder: 'påminnelse om stickprov', routineReviewDue: 'översyn av rutinen', routineReviewReminder: 'påminnelse om översyn av rutinen',harmDecisionReminder: 'påminnelse om beslut', harmDecisionEscalation: 'försenat beslut, till chef', harmReviewWanted: 'bedömning att granska', feedback: 'återkoppling',
  } satisfies Record<MailKind, string>,
  notSent: 'Mejl skickades inte', filer: 'den som anmälde', managerOf: (unit: string) => `chefen för ${unit}`, escalatedOwn: 'Försenat svar: vår chef fick veta. Den externa enhetens chef har ingen brevlåda i registret',
  fate: {
    'no-address': 'Mottagaren har ingen e-postadress i registret.', rejected: 'E-posttjänsten tog inte emot mejlet.', expired: 'Det hann bli för gammalt.', 'link-not-live': 'Länken gällde inte längre.',
    window: 'Det är osäkert om det redan hade gått ut, så det skickades inte igen.', repeated: 'Det var osäkert om det redan hade gått ut, så det kan ha kommit två gånger.',
  } satisfies Record<(typeof mailFates)[number], string>,
  consent: { given: 'Samtycke lämnat', refused: 'Samtycke nekat', notAsked: 'Inte tillfrågad' }, form: { deidentified: 'Avidentifierad', identified: 'Identifierande' }, protectedIdentity: 'Skyddad identitet',
  lead: 'Huvudutredare', co: 'Medutredare', unit: 'Enhet', replyBy: 'Svar senast', days: (days: number) => `${days} dagar till`, approved: 'Godkänd', refused: 'Avslagen', toWhom: 'Till', owner: 'Ligger på', responsible: 'Ansvarig', due: 'Senast', reference: 'Referens', effect: 'Effekt', wanted: 'Önskat resultat nåddes', notWanted: 'Önskat resultat nåddes inte',
  how: { phone: 'per telefon', secureVideo: 'i säkert videosamtal', inPerson: 'på plats', recordSystem: 'i journalsystemet' }, skipped: 'Hoppades över, en nyare gick ut',
}, {
  title: 'What has happened', clock: 'Brygga', inRole: (role: string) => `as ${role}`,
  event: {
    submitted: 'Reported the deviation', assigned: 'Assigned the case', externalUnitSet: 'Set the external unit', breachSet: 'Set what was not followed', outgoingTextEdited: 'Edited the text that leaves',
    outgoingTextConfirmed: 'Confirmed the text that leaves', informationRequested: 'Asked the reporter for more', informationProvided: 'Answered the question', sent: 'Sent it to the external unit',
    linkRenewed: 'Sent a new link; the old one died', identityGiven: 'Told whom it concerns', noteAdded: 'Wrote a note', codeSent: 'A code was asked for at the link',
    acknowledged: 'Acknowledged the case', opened: 'Opened the case', answered: 'Answered', replyReturned: 'Returned the reply', asked: 'Asked for something', decided: 'Decided it',
    handedOver: 'The case was handed over', wrongRecipient: 'Said that the unit is the wrong recipient', shared: 'Shared the reply', closed: 'Closed the case', reopened: 'Reopened the case', withdrawn: 'Withdrew the case',
    notAcknowledged: 'Not opened in time', reminded: 'Reminder sent', escalated: 'Late reply: both managers were told', linkExpired: 'The link expired', handlingOverdue: 'Handling is overdue',
    mailSent: 'Mail sent', mailBounced: 'A mail did not arrive', lifecycleStopped: 'The execution of the case stopped', lifecycleRedriven: 'The execution of the case went on where it stopped', lifecycleRestarted: 'The execution of the case was restarted',
    attachmentAdded: 'Added a file', attachmentRefused: 'A file was refused by the scan', openedWithReason: 'Opened the case by stating a reason',
    onCallFlagged: 'Assessed whether it was out of hours', onCallCompleted: 'Completed what concerns out of hours', notOursSet: 'Said that somebody else is responsible', dispatched: 'Recorded a dispatch', replyRegistered: 'Registered a reply that came another way', notedInRecord: 'Noted the case number in the record', enteredFromPaper: 'Entered from the paper form',
    filed: 'Filed the deviation', registered: 'Registered the deviation', concernedUnitsSet: 'Named the units concerned', investigatorsAdded: 'Added co-investigators', investigationSaved: 'Wrote in the investigation',
    actionAdded: 'Added an action', actionChanged: 'Changed an action', actionDone: 'The action is done', investigationDone: 'Reported the investigation as done', investigationReturned: 'Asked for more investigation',
    replySent: 'Sent the reply and closed the case', ownerMoved: 'The case moved to the unit concerned', rejected: 'Rejected the case', redirected: 'Passed it on to the right unit', pharmacyNotified: 'Recorded the notification of the dose pharmacy',
    consentRecorded: 'Recorded consent', consentWithdrawn: 'Recorded that a consent was withdrawn', patientReferenceSet: 'Gave or mended the patient reference', patientReferenceMoved: 'Moved a number to the patient reference',
    harmDecided: 'Recorded the decision on serious harm', seriousHarmTold: 'Those responsible were told of serious harm at once', patientInformed: 'Recorded what the patient was told', effectReviewed: 'Reviewed the effect',
    registrationOverdue: 'Registration is overdue', pharmacyOverdue: 'The dose pharmacy was not notified in time', effectReviewDue: 'Time to review the effect', effectReviewOverdue: 'The effect review is overdue', effectReviewEscalated: 'Effect not reviewed: the manager was told',
    harmAssessed: 'Assessed the harm', harmReviewed: 'Reviewed the assessment of harm', harmDecisionOverdue: 'The decision on serious harm is late', harmDecisionEscalated: 'No decision on serious harm: the managers were told', staffSupported: 'Recorded support to staff', fedBack: 'Fed back to the staff',
  },
  mail: {
    receipt: 'receipt', assigned: 'assignment', request: 'request for a reply', code: 'code', acknowledged: 'acknowledged', notAcknowledged: 'not opened', reminder: 'reminder', escalation: 'to both managers',
    asked: 'question', decided: 'decision', answered: 'answered', returned: 'returned', informationRequested: 'question to the reporter', informationProvided: 'answer from the reporter', shared: 'reply shared',
    closed: 'closed', withdrawn: 'withdrawn', reopened: 'reopened', handlingOverdue: 'handling overdue', bounced: 'a mail did not arrive', stopped: 'execution stopped', test: 'test message',
    filed: 'receipt to whoever filed', informationWanted: 'question to whoever filed', replySent: 'reply to whoever filed', statusLink: 'link to whoever filed', rejected: 'rejection to whoever filed', intakeCode: 'code', incoming: 'incoming deviation', registrationOverdue: 'registration overdue',
    investigationReminder: 'reminder of the investigation', investigationEscalation: 'late investigation, to the manager', investigationDone: 'investigation done', investigationReturned: 'more investigation needed', redirected: 'passed on', incomingClosed: 'closed',
    actionAssigned: 'an action to do', seriousHarm: 'serious harm', pharmacyReminder: 'reminder of the dose pharmacy', effectReviewDue: 'effect review', effectReviewReminder: 'reminder of the effect review', effectReviewEscalation: 'late effect review, to the manager', spotCheckDrawn: 'spot check', spotCheckReminder: 'reminder of a spot check', routineReviewDue: 'review of the routine', routineReviewReminder: 'reminder of the review of the routine',harmDecisionReminder: 'reminder of the decision', harmDecisionEscalation: 'late decision, to the manager', harmReviewWanted: 'assessment to review', feedback: 'feedback',
  },
  notSent: 'A mail was not sent', filer: 'whoever filed', managerOf: (unit: string) => `the manager of ${unit}`, escalatedOwn: 'Late reply: our manager was told. The manager of the external unit has no mailbox in the register',
  fate: {
    'no-address': 'The recipient has no mail address in the register.', rejected: 'The mail service did not take the mail.', expired: 'It had become too old.', 'link-not-live': 'The link no longer worked.',
    window: 'It is uncertain whether it had gone out already, so it was not sent again.', repeated: 'It was uncertain whether it had gone out already, so it may have come twice.',
  },
  consent: { given: 'Consent given', refused: 'Consent refused', notAsked: 'Not asked' }, form: { deidentified: 'De-identified', identified: 'Identifying' }, protectedIdentity: 'Protected identity',
  lead: 'Lead investigator', co: 'Co-investigators', unit: 'Unit', replyBy: 'Reply by', days: (days: number) => `${days} more days`, approved: 'Approved', refused: 'Refused', toWhom: 'To', owner: 'Owning unit', responsible: 'Responsible', due: 'By', reference: 'Reference', effect: 'Effect', wanted: 'The wanted result was reached', notWanted: 'The wanted result was not reached',
  how: { phone: 'by phone', secureVideo: 'in a secure video call', inPerson: 'in person', recordSystem: 'in the record system' }, skipped: 'Left out, a newer one went out',
});
