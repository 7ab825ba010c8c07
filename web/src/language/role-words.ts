import type { Role } from '../../../functions/contracts/words.ts';
import { bilingual } from './language.ts';

/** What roles are called: alone, since the head of every page says the reader's own. */
export const roleWords = bilingual({
  reporter: 'Rapportör', unitManager: 'Chef', mas: 'MAS', mar: 'MAR', sas: 'SAS', investigator: 'Utredare', administrator: 'Handläggare',
  caseCoordinator: 'Ärendesamordnare', convener: 'Sammankallande', groupMember: 'Gruppmedlem', systemAdministrator: 'Systemadministratör',
} satisfies Record<Role, string>, {
  reporter: 'Reporter', unitManager: 'Manager', mas: 'MAS', mar: 'MAR', sas: 'SAS', investigator: 'Investigator', administrator: 'Administrator',
  caseCoordinator: 'Case coordinator', convener: 'Convener', groupMember: 'Group member', systemAdministrator: 'System administrator',
});
