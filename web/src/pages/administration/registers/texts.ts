import type { RegisterName } from '../../../../../functions/contracts/words.ts';
import { bilingual } from '../../../language/language.ts';

/** In the order of the page; mail texts and single values have pages of their own. */
export const shownRegisters = ['organisations', 'units', 'users', 'roles', 'areas', 'agreements', 'suppliers', 'onCallTimes', 'groups', 'settings'] as const satisfies readonly RegisterName[];
export type ShownRegister = (typeof shownRegisters)[number];

export const registerTexts = bilingual({
  title: 'Register', lead: 'Organisationer, enheter, personer och det som i övrigt ändras utan en ny version av systemet.',
  register: {
    organisations: 'Organisationer', units: 'Enheter', users: 'Personer', roles: 'Roller', areas: 'Områden', agreements: 'Överenskommelser', suppliers: 'Jourleverantörer',
    onCallTimes: 'Jourtider', groups: 'Grupper', settings: 'Uppgifter',
  },
  matching: (count: number) => (count === 1 ? '1 rad' : `${count} rader`), name: 'Namn', key: 'Beteckning',
}, {
  title: 'Registers', lead: 'Organisations, units, people and whatever else changes without a new version of the system.',
  register: {
    organisations: 'Organisations', units: 'Units', users: 'People', roles: 'Roles', areas: 'Areas', agreements: 'Agreements', suppliers: 'On-call suppliers',
    onCallTimes: 'On-call times', groups: 'Groups', settings: 'Details',
  },
  matching: (count: number) => (count === 1 ? '1 row' : `${count} rows`), name: 'Name', key: 'Identifier',
});
