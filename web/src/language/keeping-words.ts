import type { DocumentType, HoldScope, RetentionOutcome, Obstacle, RetentionEnd, RetentionStart, RunState } from '../../../functions/contracts/words.ts';
import { bilingual } from './language.ts';

/** L9 in words: for the pages of keeping and for the routine's editor. */
export const keepingWords = bilingual({
  documentType: {
    outgoingCase: 'Utgående ärenden', incomingCase: 'Inkommande ärenden', patientReference: 'Patientuppgifter', attachment: 'Bilagor', mailLedger: 'Uppgifter om skickade mejl', accessLog: 'Åtkomstlogg',
  } satisfies Record<DocumentType, string>,
  start: { closing: 'Avslut', registration: 'Anmälan', entry: 'Loggraden' } satisfies Record<RetentionStart, string>,
  ending: { erase: 'Gallras', archiveThenErase: 'Arkiveras och gallras' } satisfies Record<RetentionEnd, string>,
  scope: { case: 'Ärendet', patient: 'Alla ärenden om samma patient', party: 'Alla ärenden med en motpart' } satisfies Record<HoldScope, string>,
  state: { reporting: 'Sammanställs', awaiting: 'Väntar på signatur', waiting: 'Signerad, gallras efter betänketiden', done: 'Klar' } satisfies Record<RunState, string>,
  outcome: { due: 'Ska gallras', held: 'Gallringsstopp', blocked: 'Kan inte gallras nu', exempted: 'Undantagen', erased: 'Gallrad', spared: 'Lämnades kvar' } satisfies Record<RetentionOutcome, string>,
  obstacle: { hold: 'Gallringsstopp gäller', open: 'Ärendet är öppet', followed: 'Något i ärendet följs ännu upp', 'not-archived': 'Inte arkiverat', 'begun-again': 'Ärendet har öppnats på nytt', 'rule-changed': 'Bevaras längre enligt den regel som gäller nu' } satisfies Record<Obstacle, string>,
}, {
  documentType: {
    outgoingCase: 'Outgoing cases', incomingCase: 'Incoming cases', patientReference: 'Patient references', attachment: 'Attachments', mailLedger: 'Records of mails sent', accessLog: 'Access log',
  },
  start: { closing: 'Closing', registration: 'Report', entry: 'The entry' },
  ending: { erase: 'Erased', archiveThenErase: 'Archived, then erased' },
  scope: { case: 'The case', patient: 'All cases of the same patient', party: 'All cases with a counterpart' },
  state: { reporting: 'Being drawn up', awaiting: 'Waits for a signature', waiting: 'Signed; erased after the days of grace', done: 'Done' },
  outcome: { due: 'Will be erased', held: 'Legal hold', blocked: 'Cannot be erased now', exempted: 'Exempted', erased: 'Erased', spared: 'Left in place' },
  obstacle: { hold: 'A legal hold is in force', open: 'The case is open', followed: 'Something in the case is still followed up', 'not-archived': 'Not archived', 'begun-again': 'The case has begun again', 'rule-changed': 'Kept longer by the rule now in force' },
});
