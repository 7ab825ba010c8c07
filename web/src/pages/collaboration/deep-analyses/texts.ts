import type { DeepAnalysisState, VotingRule } from '../../../../../functions/contracts/words.ts';
import { bilingual } from '../../../language/language.ts';

export const analysisTexts = bilingual({
  title: 'Djupanalyser', lead: 'Förslag, beslut och resultat.', none: 'Det finns inga djupanalyser som berör dig.', notInRoutine: 'Rutinen har inga djupanalyser.',
  states: { proposed: 'Föreslagen', accepted: 'Beslutad', declined: 'Avslagen', done: 'Klar' } satisfies Record<DeepAnalysisState, string>, late: 'Försenad',
  of: (number: string) => `Ärende ${number}`, openCase: 'Öppna ärendet', reason: 'Skäl', proposed: 'Föreslagen av', rule: 'Beslut', voting: { first: 'när den första har sagt sitt', majority: 'när mer än hälften är överens', all: 'när alla är överens' } satisfies Record<VotingRule, string>,
  voices: 'Röster', yes: 'ja', no: 'nej', owner: 'Ansvarig', noOwner: 'Ingen är utsedd.', ownerCannotRead: 'Den ansvariga kan inte läsa ärendet. Lägg till personen som medutredare i ärendet.', due: 'Klar senast', result: 'Resultat', category: 'Kategori', waitsFor: (roles: string) => `Väntar på ${roles}.`,
  speak: 'Säg vad du anser', as: 'Som', asMissing: 'Välj funktion.', verdict: 'Ska det göras en djupanalys?', verdictMissing: 'Svara ja eller nej.', yesLong: 'Ja', noLong: 'Nej', why: 'Varför?', whyMissing: 'Skriv varför.', noIdentity: 'Läses av andra än dem som får läsa ärendet. Skriv inget som pekar ut någon.', spoken: 'Ditt besked är sparat.',
  assign: 'Utse ansvarig', who: 'Vem gör djupanalysen?', by: 'När ska den vara klar?', assigned: 'Ansvarig och datum är sparade.', dateTooEarly: 'Datumet får inte ha passerat.',
  finish: 'Skriv resultatet', text: 'Vad visade djupanalysen?', textMissing: 'Skriv vad djupanalysen visade.', finishSubmit: 'Djupanalysen är klar', finished: 'Djupanalysen är klar.',
  propose: 'Föreslå djupanalys', proposeAbout: 'Alla som får läsa ärendet kan föreslå. MAS, MAR och SAS får veta och beslutar.', proposedNow: 'Förslaget är lämnat.', underWay: 'En djupanalys är redan föreslagen eller beslutad för ärendet.', part: 'Djupanalys', all: 'Alla djupanalyser',
  stale: 'Någon annan var före. Sidan är läst på nytt; försök igen.', wrongState: 'Det går inte längre: läget har ändrats.',
}, {
  title: 'Deep analyses', lead: 'Proposals, decisions and results.', none: 'There are no deep analyses that concern you.', notInRoutine: 'The routine has no deep analyses.',
  states: { proposed: 'Proposed', accepted: 'Decided', declined: 'Declined', done: 'Done' }, late: 'Late',
  of: (number: string) => `Case ${number}`, openCase: 'Open the case', reason: 'Reason', proposed: 'Proposed by', rule: 'Decided', voting: { first: 'when the first has spoken', majority: 'when more than half agree', all: 'when all agree' },
  voices: 'Voices', yes: 'yes', no: 'no', owner: 'Responsible', noOwner: 'Nobody is named.', ownerCannotRead: 'Whoever is responsible cannot read the case. Add the person as co-investigator in the case.', due: 'Due', result: 'Result', category: 'Category', waitsFor: (roles: string) => `Waits for ${roles}.`,
  speak: 'Say what you think', as: 'As', asMissing: 'Choose a function.', verdict: 'Is a deep analysis to be made?', verdictMissing: 'Answer yes or no.', yesLong: 'Yes', noLong: 'No', why: 'Why?', whyMissing: 'Write why.', noIdentity: 'Read by others than those who may read the case. Write nothing that tells who somebody is.', spoken: 'Your word is saved.',
  assign: 'Name who makes it', who: 'Who makes the deep analysis?', by: 'By when is it to be done?', assigned: 'Name and date are saved.', dateTooEarly: 'The date may not have passed.',
  finish: 'Write the result', text: 'What did the deep analysis show?', textMissing: 'Write what the deep analysis showed.', finishSubmit: 'The deep analysis is done', finished: 'The deep analysis is done.',
  propose: 'Propose a deep analysis', proposeAbout: 'All who may read the case can propose it. MAS, MAR and SAS are told and decide.', proposedNow: 'The proposal is made.', underWay: 'A deep analysis of the case is proposed or decided already.', part: 'Deep analysis', all: 'All deep analyses',
  stale: 'Somebody else was faster. The page is read anew; try again.', wrongState: 'It is no longer possible: the state has changed.',
});
