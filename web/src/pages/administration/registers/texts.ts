import type { RegisterWarning } from '../../../../../functions/contracts/register-administration.ts';
import { bilingual } from '../../../language/language.ts';

export const registerTexts = bilingual({
  title: 'Register', lead: 'Organisationer, enheter, användare och det som i övrigt ändras utan en ny version av systemet.', which: 'Register', about: 'Uppgifter', changedAt: 'Senast ändrad',
  register: {
    organisations: 'Organisationer', units: 'Enheter', users: 'Användare', roles: 'Roller', areas: 'Områden', agreements: 'Överenskommelser', suppliers: 'Jourleverantörer', onCallTimes: 'Jourtider', groups: 'Grupper', settings: 'Övriga uppgifter',
  },
  add: {
    organisations: 'Lägg till organisation', units: 'Lägg till enhet', users: 'Lägg till användare', roles: 'Lägg till roll', areas: 'Lägg till område', agreements: 'Lägg till överenskommelse', suppliers: 'Lägg till jourleverantör', onCallTimes: 'Lägg till jourtid', groups: 'Lägg till grupp', settings: 'Lägg till uppgift',
  },
  matching: (count: number) => (count === 1 ? '1 rad' : `${count} rader`), search: 'Sök', searchLabel: 'Sök efter namn, brevlåda eller beteckning', show: 'Visa', shows: { current: 'De som gäller', ended: 'De som är avslutade', all: 'Alla' }, any: 'Alla', more: 'Visa fler',
  save: 'Spara', saved: 'Raden är sparad.', end: 'Avsluta raden', endAbout: 'Inget tas bort: ärenden som nämner raden påverkas inte, men den går inte längre att välja.', lastDay: 'Sista dag (i dag om inget anges)', endsNow: 'Det gäller direkt, inte från ett datum. Raden går att ta i bruk igen.', sure: 'Ja, raden ska avslutas nu', sureMissing: 'Kryssa i att raden ska avslutas nu.', narrow: (label: string) => `Sök i listan: ${label.toLowerCase()}`, narrowed: (shown: number, all: number) => `Listan visar ${shown} av ${all}.`, ended: 'Raden är avslutad.', again: 'Ta i bruk igen',
  back: (name: string) => `Till ${name.toLowerCase()}`, remove: 'Ta bort', addRow: 'Lägg till rad', rowOf: (name: string, number: number) => `${name}, rad ${number}`, reload: 'Läs in den senaste',
  staleTitle: 'Någon har ändrat raden', stale: 'Raden har ändrats sedan du öppnade den. Läs in den senaste; vad som ändrats står längst ned.', published: 'En publicerad version ändras aldrig. Lägg till en ny version; den avslutar den här dagen innan den börjar gälla.', newVersion: 'Ny version',
  changes: 'Ändringar', noChanges: 'Raden är som den lades in från början.', changed: { put: 'Sparad', end: 'Avslutad', import: 'Importerad' }, yes: 'Ja', no: 'Nej', versionOf: (number: number) => `version ${number}`, noMailbox: 'Ingen brevlåda',
  actsToday: (name: string) => `${name} ersätter i dag`, substitute: (name: string, when: string) => `Ersättare: ${name} ${when}`, clauses: (count: number) => (count === 1 ? '1 punkt' : `${count} punkter`), allUnits: 'Alla våra enheter',
  week: 'Jourtider per veckodag', day: 'Dag', onCall: 'Jour', holiday: 'Helgdag', wholeDay: 'Hela dygnet', overnight: (from: string, to: string) => `${from}–${to} nästa dag`,
  warning: {
    'mailbox-of-a-person': 'Brevlådan ser ut att vara en persons. Använd en funktionsbrevlåda, så att mejlen läses även när någon är borta.', 'no-mailbox': 'Enheten har ingen funktionsbrevlåda: inget kan skickas till den.',
    'no-manager-mailbox': 'Chefens brevlåda saknas: vid försenat svar får handläggaren en uppgift i stället.', 'role-without-holder': 'Efter den dagen har ingen rollen.', 'mail-of-another': 'En annan användare har samma e-postadress.',
  } satisfies Record<RegisterWarning, string>,
}, {
  title: 'Registers', lead: 'Organisations, units, people and whatever else changes without a new version of the system.', which: 'Registers', about: 'Details', changedAt: 'Last changed',
  register: {
    organisations: 'Organisations', units: 'Units', users: 'Users', roles: 'Roles', areas: 'Areas', agreements: 'Agreements', suppliers: 'On-call suppliers', onCallTimes: 'On-call times', groups: 'Groups', settings: 'Other details',
  },
  add: {
    organisations: 'Add an organisation', units: 'Add a unit', users: 'Add a user', roles: 'Add a role', areas: 'Add an area', agreements: 'Add an agreement', suppliers: 'Add an on-call supplier', onCallTimes: 'Add an on-call time', groups: 'Add a group', settings: 'Add a detail',
  },
  matching: (count: number) => (count === 1 ? '1 row' : `${count} rows`), search: 'Search', searchLabel: 'Search for name, mailbox or identifier', show: 'Show', shows: { current: 'Those in force', ended: 'Those that have ended', all: 'All' }, any: 'All', more: 'Show more',
  save: 'Save', saved: 'The row is saved.', end: 'End the row', endAbout: 'Nothing is deleted: cases that name the row are not affected, but it can no longer be chosen.', lastDay: 'Last day (today if left empty)', endsNow: 'It takes effect at once, not from a date. The row can be taken into use again.', sure: 'Yes, end the row now', sureMissing: 'Tick that the row is to end now.', narrow: (label: string) => `Search the list: ${label.toLowerCase()}`, narrowed: (shown: number, all: number) => `The list shows ${shown} of ${all}.`, ended: 'The row has ended.', again: 'Take into use again',
  back: (name: string) => `To ${name.toLowerCase()}`, remove: 'Remove', addRow: 'Add a row', rowOf: (name: string, number: number) => `${name}, row ${number}`, reload: 'Read the latest',
  staleTitle: 'Somebody has changed the row', stale: 'The row has changed since you opened it. Read the latest; what was changed stands at the end.', published: 'A published version never changes. Add a new version; it ends this one the day before it begins.', newVersion: 'New version',
  changes: 'Changes', noChanges: 'The row is as it was first put in.', changed: { put: 'Saved', end: 'Ended', import: 'Imported' }, yes: 'Yes', no: 'No', versionOf: (number: number) => `version ${number}`, noMailbox: 'No mailbox',
  actsToday: (name: string) => `${name} stands in today`, substitute: (name: string, when: string) => `Substitute: ${name} ${when}`, clauses: (count: number) => (count === 1 ? '1 clause' : `${count} clauses`), allUnits: 'All our units',
  week: 'On-call times by weekday', day: 'Day', onCall: 'On call', holiday: 'Public holiday', wholeDay: 'All day and night', overnight: (from: string, to: string) => `${from}–${to} the next day`,
  warning: {
    'mailbox-of-a-person': 'The mailbox looks like a person’s. Use a function mailbox, so that mails are read when somebody is away.', 'no-mailbox': 'The unit has no function mailbox: nothing can be sent to it.',
    'no-manager-mailbox': 'The manager’s mailbox is missing: when a reply is late the handler gets a task instead.', 'role-without-holder': 'After that day nobody has the role.', 'mail-of-another': 'Another user has the same mail address.',
  },
});
