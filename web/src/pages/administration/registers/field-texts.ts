import type { GroupKind, PartyType } from '../../../../../functions/contracts/words.ts';
import { bilingual } from '../../../language/language.ts';

const sv = {
  label: {
    id: 'Beteckning', name: 'Namn', type: 'Slag av part', own: 'Vår egen organisation', areas: 'Områden', organisation: 'Organisation', tongue: 'Språk för mejl', mailbox: 'Funktionsbrevlåda', managerMailbox: 'Chefens brevlåda', phone: 'Telefon', postalAddress: 'Postadress',
    part: 'Organisationsdel', title: 'Titel', mail: 'E-post', unit: 'Enhet', role: 'Roll', user: 'Användare', from: 'Från och med', to: 'Till och med', substitute: 'Ersättare', substituteFrom: 'Ersätter från och med', substituteTo: 'Ersätter till och med',
    principalRoles: 'Handlägger för', version: 'Version', kind: 'Slag', titleSv: 'Titel på svenska', titleEn: 'Titel på engelska', organisations: 'Gäller organisationerna', validFrom: 'Gäller från och med', validTo: 'Gäller till och med',
    clauses: 'Punkter', clauseId: 'Punktens nummer', clauseSv: 'Lydelse på svenska', clauseEn: 'Lydelse på engelska', covers: 'Har jour för', weekdays: 'Veckodagar', timeFrom: 'Från klockan', timeTo: 'Till klockan', holidays: 'Även helgdagar',
    groupKind: 'Slag av grupp', targetGroups: 'För målgrupperna (inga valda: alla)', countyParts: 'För länsdelarna (inga valda: alla)', convener: 'Sammankallande', members: 'Ledamöter', guests: 'Gäster', setting: 'Uppgift', value: 'Värde', callBackPhone: 'Telefonnummer för motringning',
  },
  about: {
    id: 'Kort, utan mellanslag: bokstäver a–z, siffror och bindestreck. Ändras aldrig.', userId: 'Kontots identitet (sub) i inloggningstjänsten. Ändras aldrig.', date: 'ÅÅÅÅ-MM-DD', mailbox: 'En brevlåda som flera läser, aldrig en persons.',
    substitute: 'Har behörighet bara mellan datumen, och får då mejlen i stället.', clauseId: 'Som i överenskommelsen, till exempel 3.2.', time: 'TT:MM. En tid som slutar före den börjar går över midnatt.', organisationIds: 'Inga valda: alla.', coversUnitIds: 'Inga valda: alla våra enheter.',
    postalAddress: 'Som på kuvertet, utan enhetens namn. Dit går det som postas när brevlåda saknas.', roleFrom: 'ÅÅÅÅ-MM-DD. Ändras inte efteråt: avsluta raden och lägg till en ny.', part: 'Enheter med samma organisationsdel har samma ärendesamordnare.',
  },
  partyType: {
    municipality: 'Kommun', region: 'Region', pharmacy: 'Apotek', transportService: 'Transporttjänst', contractorWithAgreement: 'Privat utförare med avtal', contractorWithoutAgreement: 'Privat utförare utan avtal', hospital: 'Sjukhus', primaryCare: 'Primärvård', habilitation: 'Habilitering', dentalCare: 'Tandvård', other: 'Annan',
  } satisfies Record<PartyType, string>,
  group: {
    incidentCouncil: 'Avvikelseråd', strategyGroup: 'Strategigrupp', expertCouncil: 'Expertråd', steeringBody: 'Styrgrupp', deviationGroup: 'Avvikelsegrupp', analysisGroup: 'Analysgrupp', collaborationMeeting: 'Samverkansmöte',
  } satisfies Record<GroupKind, string>,
  language: { sv: 'Svenska', en: 'Engelska' },
  weekday: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
};
export type FieldLabel = keyof typeof sv.label;

/** Words of the fields of every register. */
export const fieldTexts = bilingual(sv, {
  label: {
    id: 'Identifier', name: 'Name', type: 'Type of party', own: 'Our own organisation', areas: 'Areas', organisation: 'Organisation', tongue: 'Language of mails', mailbox: 'Function mailbox', managerMailbox: 'Manager’s mailbox', phone: 'Phone', postalAddress: 'Postal address',
    part: 'Part of the organisation', title: 'Title', mail: 'Mail', unit: 'Unit', role: 'Role', user: 'User', from: 'From', to: 'To', substitute: 'Substitute', substituteFrom: 'Substitutes from', substituteTo: 'Substitutes to',
    principalRoles: 'Acts on behalf of', version: 'Version', kind: 'Kind', titleSv: 'Title in Swedish', titleEn: 'Title in English', organisations: 'Binds the organisations', validFrom: 'Valid from', validTo: 'Valid to',
    clauses: 'Clauses', clauseId: 'Number of the clause', clauseSv: 'Wording in Swedish', clauseEn: 'Wording in English', covers: 'On call for', weekdays: 'Weekdays', timeFrom: 'From', timeTo: 'To', holidays: 'On public holidays as well',
    groupKind: 'Kind of group', targetGroups: 'For the target groups (none chosen: all)', countyParts: 'For the county parts (none chosen: all)', convener: 'Convener', members: 'Members', guests: 'Guests', setting: 'Detail', value: 'Value', callBackPhone: 'Call-back number',
  },
  about: {
    id: 'Short, without blanks: letters a–z, digits and hyphens. Never changes.', userId: 'The identity (sub) of the account at the sign-in service. Never changes.', date: 'YYYY-MM-DD', mailbox: 'A mailbox that several read, never a person’s.',
    substitute: 'Has access between the dates only, and gets the mails instead.', clauseId: 'As in the agreement, for example 3.2.', time: 'HH:MM. A time that ends before it begins passes midnight.', organisationIds: 'None chosen: all.', coversUnitIds: 'None chosen: all our units.',
    postalAddress: 'As on the envelope, without the unit’s name. What is posted for want of a mailbox goes there.', roleFrom: 'YYYY-MM-DD. It does not change later: end the row and add a new one.', part: 'Units with the same part have the same case coordinator.',
  },
  partyType: {
    municipality: 'Municipality', region: 'Region', pharmacy: 'Pharmacy', transportService: 'Transport service', contractorWithAgreement: 'Private contractor with agreement', contractorWithoutAgreement: 'Private contractor without agreement', hospital: 'Hospital', primaryCare: 'Primary care', habilitation: 'Habilitation', dentalCare: 'Dental care', other: 'Other',
  },
  group: {
    incidentCouncil: 'Incident council', strategyGroup: 'Strategy group', expertCouncil: 'Expert council', steeringBody: 'Steering body', deviationGroup: 'Deviation group', analysisGroup: 'Analysis group', collaborationMeeting: 'Collaboration meeting',
  },
  language: { sv: 'Swedish', en: 'English' },
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
});
