import { bilingual } from '../../../language/language.ts';

export const groupTexts = bilingual({
  title: 'Mina grupper', lead: 'Grupper över det enskilda ärendet som du står i. Där syns bara avidentifierad text.',
  group: 'Grupp', kind: 'Slag', standing: 'Du är',
  kinds: { incidentCouncil: 'Avvikelseråd', strategyGroup: 'Strategigrupp', expertCouncil: 'Expertråd', steeringBody: 'Styrgrupp', deviationGroup: 'Avvikelsegrupp', analysisGroup: 'Analysgrupp', collaborationMeeting: 'Samverkansmöte' },
  standings: { convener: 'sammankallande', member: 'ledamot', guest: 'gäst' },
  noGroups: 'Du står inte i någon grupp i dag.', waiting: 'Ärenden nu', overdue: (count: number) => `${count} över tiden`, nextDue: 'Nästa dag', youAre: (as: string) => `Du är ${as}.`,
  cases: 'Gruppens ärenden', noCases: 'Gruppen har inga ärenden.', case: 'Ärende', level: 'Nivå', ofPrinciple: 'strukturellt eller principiellt', where: 'Var', here: 'hos gruppen', elsewhere: 'på en annan nivå', ended: 'tillbaka hos personalen', due: 'Senast', late: 'Tiden är ute',
  people: 'Vilka som är med', convener: 'Sammankallande', members: 'Ledamöter', guests: 'Gäster', nobody: 'Ingen.', targetGroups: 'Målgrupper', areas: 'Länsdelar', until: (day: string) => `till och med ${day}`, period: (from: string, to: string) => `${from} till och med ${to}`,
  guestState: { coming: 'kommer', here: 'är gäst nu', gone: 'tiden är slut' }, addGuest: 'Lägg till en gäst', guestAbout: 'En gäst läser gruppens mappar från den första till och med den sista dagen. Sedan upphör det av sig självt.', guest: 'Gäst', from: 'Från och med', to: 'Till och med',
  chooseGuest: 'Välj vem', dateMissing: 'Ange ett datum', endMissing: 'Ange en sista dag som inte är före den första', guestAdded: 'Gästen är tillagd.', guestEnded: 'Gästen är inte med längre.', endGuest: 'Avsluta gästen i dag',
}, {
  title: 'My groups', lead: 'Groups above the single case that you are in. Only de-identified text is shown there.',
  group: 'Group', kind: 'Kind', standing: 'You are',
  kinds: { incidentCouncil: 'Incident council', strategyGroup: 'Strategy group', expertCouncil: 'Expert council', steeringBody: 'Steering body', deviationGroup: 'Deviation group', analysisGroup: 'Analysis group', collaborationMeeting: 'Collaboration meeting' },
  standings: { convener: 'convener', member: 'member', guest: 'guest' },
  noGroups: 'You are in no group today.', waiting: 'Cases now', overdue: (count: number) => `${count} overdue`, nextDue: 'Next date', youAre: (as: string) => `You are ${as}.`,
  cases: 'The group’s cases', noCases: 'The group has no cases.', case: 'Case', level: 'Level', ofPrinciple: 'structural or of principle', where: 'Where', here: 'with the group', elsewhere: 'at another level', ended: 'back with the staff', due: 'At the latest', late: 'The time is over',
  people: 'Who is in it', convener: 'Convener', members: 'Members', guests: 'Guests', nobody: 'Nobody.', targetGroups: 'Target groups', areas: 'County parts', until: (day: string) => `to ${day}`, period: (from: string, to: string) => `${from} to ${to}`,
  guestState: { coming: 'is coming', here: 'is a guest now', gone: 'the time is over' }, addGuest: 'Add a guest', guestAbout: 'A guest reads the group’s folders from the first to the last day. Then it ends by itself.', guest: 'Guest', from: 'From', to: 'To',
  chooseGuest: 'Choose who', dateMissing: 'Give a date', endMissing: 'Give a last day that is not before the first', guestAdded: 'The guest is added.', guestEnded: 'The guest is no longer in the group.', endGuest: 'End the guest today',
});
