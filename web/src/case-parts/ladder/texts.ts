import { bilingual } from '../../language/language.ts';

export const ladderTexts = bilingual({
  title: 'Ärendetrappan', level: (level: number, name: string) => `Nivå ${level}: ${name}`, levels: 'Nivåerna', here: 'ärendet är här', decides: 'Avgörs där', due: 'Senast', overdue: 'Tiden är ute', ofPrinciple: 'Strukturellt eller principiellt',
  withGroups: 'Hos', withManagers: 'Närmaste chefer', targetGroup: 'Målgrupp', noTargetGroup: 'Inte angiven', toFolder: 'Öppna mappen som grupperna läser', ended: 'Ärendet är tillbaka hos personalen.', informing: 'Beslutat: berörda ska få besked.',
  history: 'Så har ärendet gått', since: (from: string) => `Sedan ${from}`, between: (from: string, to: string) => `${from} – ${to}`, toLevel: (name: string) => `till ${name}`, by2: (name: string) => `av ${name}`, unnamed: 'närmaste chef eller handläggare', outcome: { forwarded: 'Fördes vidare', agreed: 'Överenskommelse', returned: 'Lämnades tillbaka', decided: 'Beslut', informed: 'Besked lämnat' },
  still: 'Ärendet är här nu.', climb: (climb: number) => `Omgång ${climb}`, because: { unsolved: 'Olöst', ofPrinciple: 'Strukturellt eller principiellt' }, reason: 'Skäl', level2: 'Nivå',
  agreement: 'Överenskommelse mellan cheferna', agreedWho: 'Vem', agreedWhat: 'Vad', agreedHow: 'Hur', by: 'Av', at: 'När',
  basis: 'Beslutsunderlag', measures: 'Åtgärder för hela länet', decision: 'Beslut', workingGroup: 'Arbetsgrupp', task: 'Uppdrag', dueDate: 'Klart senast', information: 'Besked till berörda', units: 'Enheter', group: 'Grupp',
  raise: {
    title: 'Ta ärendet till närmaste chefer', about: 'När personalen inte kan lösa det själv. Cheferna får mejl med ärendenumret.', reason: 'Vad går inte att lösa?', ofPrinciple: 'Det är strukturellt eller principiellt', submit: 'Ta till närmaste chefer', said: 'Ärendet är hos närmaste chefer.', missing: 'Skriv vad som inte går att lösa',
  },
  agree: {
    title: 'Anteckna överenskommelse', about: 'Vem gör vad, och hur? Då är ärendet tillbaka hos personalen.', who: 'Vem (roller eller enheter, inte namn)', what: 'Vad', how: 'Hur', submit: 'Spara överenskommelsen', said: 'Överenskommelsen är antecknad.', missing: 'Fyll i fältet',
  },
  folder: {
    title: 'Avidentifierad mapp', about: 'Det här är allt som grupperna läser. Ta bort allt som kan röja vem det gäller.', field: 'Text till grupperna', submit: 'Spara texten', said: 'Mappen är sparad.', missing: 'Skriv texten', original: 'Som det rapporterades',
    confirmed: 'Texten är bekräftad och läses av grupperna.', left: (count: number) => (count === 1 ? 'En uppgift kan röja vem det gäller. Ta bort den, eller säg att den inte gör det.' : `${count} uppgifter kan röja vem det gäller. Ta bort dem, eller säg att de inte gör det.`),
    empty: 'Texten skrivs om hos cheferna.', text: 'Vad det gäller', confirmedAt: 'Bekräftad',
  },
  forward: {
    title: (name: string) => `För vidare till ${name}`, about: 'Den avidentifierade texten bekräftas och följer med. Grupperna ser aldrig själva ärendet.', aboutGroup: 'Nästa nivå läser mappen och vad ni har skrivit.', to: 'Går till', because: 'Varför?', reason: 'Skäl, utan uppgifter som röjer någon', submit: 'För vidare', said: 'Ärendet är fört vidare.',
    missing: 'Skriv skälet', chooseBecause: 'Välj varför', noGroup: 'Ingen grupp i registret passar. Ange målgrupp på ärendet, eller välj grupp.', choose: 'Välj grupp', best: 'Den som passar bäst', needsFolder: 'Skriv och spara mappen först.',
  },
  back: { title: 'Lämna tillbaka', about: 'Säg vad ni har kommit fram till.', to: 'Till', staff: 'Personalen: klart', reason: 'Vad ni har kommit fram till', submit: 'Lämna tillbaka', said: 'Ärendet är tillbakalämnat.', missing: 'Skriv vad ni har kommit fram till', chooseTo: 'Välj vart' },
}, {
  title: 'The ladder', level: (level: number, name: string) => `Level ${level}: ${name}`, levels: 'The levels', here: 'the case is here', decides: 'Decided there', due: 'At the latest', overdue: 'The time is over', ofPrinciple: 'Structural or of principle',
  withGroups: 'With', withManagers: 'The nearest managers', targetGroup: 'Target group', noTargetGroup: 'Not set', toFolder: 'Open the folder that the groups read', ended: 'The case is back with the staff.', informing: 'Decided: those concerned are to be told.',
  history: 'The way of the case', since: (from: string) => `Since ${from}`, between: (from: string, to: string) => `${from} – ${to}`, toLevel: (name: string) => `to ${name}`, by2: (name: string) => `by ${name}`, unnamed: 'the nearest manager or handler', outcome: { forwarded: 'Forwarded', agreed: 'Agreement', returned: 'Returned', decided: 'Decision', informed: 'Those concerned were told' },
  still: 'The case is here now.', climb: (climb: number) => `Round ${climb}`, because: { unsolved: 'Unsolved', ofPrinciple: 'Structural or of principle' }, reason: 'Reason', level2: 'Level',
  agreement: 'Agreement between the managers', agreedWho: 'Who', agreedWhat: 'What', agreedHow: 'How', by: 'By', at: 'When',
  basis: 'Decision basis', measures: 'Measures for the whole county', decision: 'Decision', workingGroup: 'Working group', task: 'Task', dueDate: 'Done by', information: 'Word to those concerned', units: 'Units', group: 'Group',
  raise: {
    title: 'Take the case to the nearest managers', about: 'When the staff cannot settle it. The managers get a mail with the case number.', reason: 'What cannot be settled?', ofPrinciple: 'It is structural or of principle', submit: 'Take it to the nearest managers', said: 'The case is with the nearest managers.', missing: 'Write what cannot be settled',
  },
  agree: {
    title: 'Record an agreement', about: 'Who does what, and how? Then the case is back with the staff.', who: 'Who (roles or units, no names)', what: 'What', how: 'How', submit: 'Save the agreement', said: 'The agreement is recorded.', missing: 'Fill in the field',
  },
  folder: {
    title: 'De-identified folder', about: 'This is all that the groups read. Take out everything that may tell whom it concerns.', field: 'Text to the groups', submit: 'Save the text', said: 'The folder is saved.', missing: 'Write the text', original: 'As it was reported',
    confirmed: 'The text is confirmed and read by the groups.', left: (count: number) => (count === 1 ? 'One detail may tell whom it concerns. Take it out, or say that it does not.' : `${count} details may tell whom it concerns. Take them out, or say that they do not.`),
    empty: 'The managers are rewriting the text.', text: 'What it is about', confirmedAt: 'Confirmed',
  },
  forward: {
    title: (name: string) => `Forward to ${name}`, about: 'The de-identified text is confirmed and goes along. The groups never see the case itself.', aboutGroup: 'The next level reads the folder and what you have written.', to: 'Goes to', because: 'Why?', reason: 'Reason, without details that identify anybody', submit: 'Forward', said: 'The case is forwarded.',
    missing: 'Write the reason', chooseBecause: 'Choose why', noGroup: 'No group in the register fits. Set the target group of the case, or choose a group.', choose: 'Choose a group', best: 'The one that fits best', needsFolder: 'Write and save the folder first.',
  },
  back: { title: 'Return', about: 'Say what you have found.', to: 'To', staff: 'The staff: done', reason: 'What you have found', submit: 'Return it', said: 'The case is returned.', missing: 'Write what you have found', chooseTo: 'Choose where to' },
});
