import { describe, expect, it } from 'vitest';
import type { Profile } from '../../functions/contracts/register.ts';
import type { ResponsibleRole } from '../../functions/contracts/words.ts';
import { listsOf } from '../../web/src/pages/inbox/lists.ts';

const registers = {
  organisations: [{ id: 'ekdala', name: 'Ekdala kommun', type: 'municipality' as const, own: true }, { id: 'sjoland', name: 'Region Sjöland', type: 'region' as const, own: false }],
  units: [{ id: 'hemsjukvard', organisationId: 'ekdala', name: 'Hemsjukvården', hasMailbox: false }, { id: 'eken', organisationId: 'ekdala', name: 'Eken', hasMailbox: false }, { id: 'avd-34', organisationId: 'sjoland', name: 'Avdelning 34', hasMailbox: true }],
};
type Held = Profile['roles'][number];
const held = (role: Held['role'], unitId: string, principalRoles: Held['role'][] = [], coveredUnitIds: string[] = role === 'unitManager' ? [unitId] : []): Held =>
  ({ role, unitId, substituteFor: null, principalRoles, coveredUnitIds });
const mas: ResponsibleRole[] = ['mas', 'investigator'];
const managers: ResponsibleRole[] = ['unitManager', 'mas'];

describe('the lists to choose in the inbox', () => {
  it.each([
    ['a reporter', mas, [held('reporter', 'eken')], [], []],
    ['a manager', mas, [held('unitManager', 'eken')], ['eken'], []],
    ['MAS', mas, [held('mas', 'hemsjukvard')], ['hemsjukvard', 'eken'], ['sjoland']],
    ['an administrator of MAS', mas, [held('administrator', 'hemsjukvard', ['mas'])], ['hemsjukvard', 'eken'], ['sjoland']],
    ['an administrator of managers only', mas, [held('administrator', 'hemsjukvard', ['unitManager'], ['eken'])], [], []],
    ['a manager who is MAS as well', mas, [held('unitManager', 'eken'), held('mas', 'hemsjukvard')], ['hemsjukvard', 'eken'], ['sjoland']],
    ['a manager, where managers handle', managers, [held('unitManager', 'eken')], ['eken'], ['sjoland']],
    ['an administrator of managers, where managers handle', managers, [held('administrator', 'hemsjukvard', ['unitManager'], ['hemsjukvard', 'eken'])], ['hemsjukvard', 'eken'], ['sjoland']],
    ['a coordinator of a part', ['caseCoordinator'] as ResponsibleRole[], [held('caseCoordinator', 'eken', [], ['eken'])], ['eken'], ['sjoland']],
  ])('are for %s just those that list-cases answers', (_, responsible, roles, units, organisations) => {
    const lists = listsOf({ roles }, { ...registers, routine: { responsible } });
    expect([lists.units.map(({ id }) => id), lists.organisations.map(({ id }) => id)]).toEqual([units, organisations]);
  });
});
