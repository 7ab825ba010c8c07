import type { DisputeOutcome, DisputeSubject } from '../../../../functions/contracts/words.ts';
import { bilingual } from '../../language/language.ts';

export const disputeTexts = bilingual({
  dispute: 'Tvist', concerns: 'Tvist om', subject: { responsibility: 'Ansvar', cost: 'Kostnad' } satisfies Record<DisputeSubject, string>, outcome: { settled: 'Överenskommen', withdrawn: 'Återtagen', courtRuling: 'Avgjord i domstol' } satisfies Record<DisputeOutcome, string>,
  about: 'Vad tvisten gäller', counterpart: 'Motpart', amount: 'Belopp', kronor: (amount: string) => `${amount} kr`, owner: 'Ägare', stage: 'Steg', due: 'Senast', overdue: 'Försenad', ended: 'Avslutad', result: 'Resultat', reference: 'Målnummer', on: (outcome: string, date: string) => `${outcome}, ${date}`,
  open: 'Öppna tvisten', show: (number: number) => `Till tvist ${number}`, beside: 'Tvisten har egen ägare och egna datum. Den hindrar inte att ärendet avslutas.',
  descriptions: 'Händelsebeskrivningar', description: (index: number) => `Till händelsebeskrivning ${index}`,
}, {
  dispute: 'Dispute', concerns: 'Dispute on', subject: { responsibility: 'Responsibility', cost: 'Cost' }, outcome: { settled: 'Settled', withdrawn: 'Withdrawn', courtRuling: 'Ruled on by a court' },
  about: 'What the dispute is about', counterpart: 'Counterpart', amount: 'Amount', kronor: (amount: string) => `SEK ${amount}`, owner: 'Owner', stage: 'Step', due: 'By', overdue: 'Late', ended: 'Ended', result: 'Result', reference: 'Court’s case number', on: (outcome: string, date: string) => `${outcome}, ${date}`,
  open: 'Open the dispute', show: (number: number) => `To dispute ${number}`, beside: 'The dispute has an owner and dates of its own. It does not stand in the way of closing the case.',
  descriptions: 'Event descriptions', description: (index: number) => `To event description ${index}`,
});
