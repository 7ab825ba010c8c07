import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routinePresets } from '../../../functions/adapters/routine-presets.ts';
import { bootstrapRequest } from '../../../functions/contracts/trigger.ts';
import { bootstrapOrganisation } from '../../../functions/use-cases/bootstrap-organisation.ts';
import type { RegisterChanges, RegisterStore } from '../../../functions/use-cases/ports.ts';

const document = JSON.parse(readFileSync(new URL('../../../workflows/demo/ekdala.json', import.meta.url), 'utf8'));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function store(held: RegisterChanges[] = []) {
  const registers: Pick<RegisterStore, 'read' | 'write'> = {
    read: async () => ({ organisations: held.flatMap(({ organisations }) => organisations ?? []), units: [], users: [], roles: [], areas: [], agreements: [], onCall: { suppliers: [], calendar: [] }, groups: [], mailTexts: [] }),
    write: async (changes) => void held.push(changes),
  };
  return { held, ports: { registers: registers as RegisterStore, presets: routinePresets, log: silent } };
}
const request = (more: object = {}, organisation: object = document) => bootstrapRequest.parse({ organisation, routine: 'vaxjo', ...more });

describe('bootstrap-organisation', () => {
  it('writes the document and the routine into an empty store, and leaves it alone afterwards', async () => {
    const { held, ports } = store();
    const receipt = { organisations: 6, units: document.units.length, users: document.users.length, roles: document.roles.length, routine: { id: 'vaxjo', version: 2 } };
    expect(await bootstrapOrganisation(ports, request())).toEqual({ written: true, ...receipt });
    expect(held[0]).toMatchObject({ activeRoutine: { id: 'vaxjo', version: 2 }, callBackPhone: '010-000 10 34' });
    expect(await bootstrapOrganisation(ports, request())).toEqual({ written: false, ...receipt });
    expect(held).toHaveLength(1);
    expect(await bootstrapOrganisation(ports, request({ renew: true }))).toMatchObject({ written: true });
  });
  it.each([
    ['unit of an organisation', 'units', 'organisationId', 'counterpart-unknown'],
    ['user of a unit', 'users', 'unitId', 'unit-unknown'],
    ['role of a unit', 'roles', 'unitId', 'unit-unknown'],
    ['role of a user', 'roles', 'userId', 'user-unknown'],
  ])('refuses a %s that is not in the document', async (_, list, field, code) => {
    const { held, ports } = store();
    const [first, ...others] = document[list];
    await expect(bootstrapOrganisation(ports, request({}, { ...document, [list]: [{ ...first, [field]: 'nobody' }, ...others] }))).rejects.toMatchObject({ faults: expect.arrayContaining([{ pointer: `/organisation/${list}/0/${field}`, code }]) });
    expect(held).toEqual([]);
  });
  it('refuses a routine that does not ship with the product, and a document of another shape', async () => {
    await expect(bootstrapOrganisation(store().ports, request({ routine: 'elsewhere' }))).rejects.toMatchObject({ code: 'not-found' });
    expect(() => request({}, { ...document, version: 2 })).toThrow('version');
    expect(() => request({}, { ...document, users: [{ ...document.users[0], mail: 'no address' }] })).toThrow('mail');
  });
});
