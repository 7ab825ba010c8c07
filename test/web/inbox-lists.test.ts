import { describe, expect, it } from 'vitest';
import type { Profile } from '../../functions/contracts/register.ts';
import { listsOf } from '../../web/src/pages/inbox/lists.ts';

const registers = {
  organisations: [{ id: 'ekdala', name: 'Ekdala kommun', type: 'municipality' as const, own: true }, { id: 'sjoland', name: 'Region Sjöland', type: 'region' as const, own: false }],
  units: [{ id: 'hemsjukvard', organisationId: 'ekdala', name: 'Hemsjukvården', hasMailbox: false }, { id: 'eken', organisationId: 'ekdala', name: 'Eken', hasMailbox: false }, { id: 'avd-34', organisationId: 'sjoland', name: 'Avdelning 34', hasMailbox: true }],
};
const held = (role: Profile['roles'][number]['role'], unitId: string, principalRoles: Profile['roles'][number]['role'][] = []): Profile['roles'][number] => ({ role, unitId, substituteFor: null, principalRoles });

describe('the lists to choose in the inbox', () => {
  it.each([
    ['a reporter', [held('reporter', 'eken')], [], []],
    ['a manager', [held('unitManager', 'eken')], ['eken'], []],
    ['MAS', [held('mas', 'hemsjukvard')], ['hemsjukvard', 'eken'], ['sjoland']],
    ['an administrator of MAS', [held('administrator', 'hemsjukvard', ['mas'])], ['hemsjukvard', 'eken'], ['sjoland']],
    ['an administrator of managers only', [held('administrator', 'hemsjukvard', ['unitManager'])], [], []],
    ['a manager who is MAS as well', [held('unitManager', 'eken'), held('mas', 'hemsjukvard')], ['hemsjukvard', 'eken'], ['sjoland']],
  ])('are for %s just those that list-cases answers', (_, roles, units, organisations) => {
    const lists = listsOf({ roles }, registers);
    expect([lists.units.map(({ id }) => id), lists.organisations.map(({ id }) => id)]).toEqual([units, organisations]);
  });
});
