import { bilingual } from '../../../language/language.ts';

export const groupTexts = bilingual({
  title: 'Mina grupper', lead: 'Grupper över det enskilda ärendet som du står i. Där syns bara avidentifierad text.',
  group: 'Grupp', kind: 'Slag', standing: 'Du är',
  kinds: { incidentCouncil: 'Avvikelseråd', strategyGroup: 'Strategigrupp', expertCouncil: 'Expertråd', steeringBody: 'Styrgrupp', deviationGroup: 'Avvikelsegrupp', analysisGroup: 'Analysgrupp', collaborationMeeting: 'Samverkansmöte' },
  standings: { convener: 'sammankallande', member: 'ledamot', guest: 'gäst' },
}, {
  title: 'My groups', lead: 'Groups above the single case that you are in. Only de-identified text is shown there.',
  group: 'Group', kind: 'Kind', standing: 'You are',
  kinds: { incidentCouncil: 'Incident council', strategyGroup: 'Strategy group', expertCouncil: 'Expert council', steeringBody: 'Steering body', deviationGroup: 'Deviation group', analysisGroup: 'Analysis group', collaborationMeeting: 'Collaboration meeting' },
  standings: { convener: 'convener', member: 'member', guest: 'guest' },
});
