import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapPorts } from '../../../functions/adapters/bootstrap-ports.ts';
import { bootstrapRequest } from '../../../functions/contracts/trigger.ts';
import { bootstrapOrganisation } from '../../../functions/use-cases/bootstrap-organisation.ts';
import { startEdgeWorld, type EdgeWorld } from '../edge-world.ts';
import { vaxjo } from '../ekdala.ts';

const document = JSON.parse(readFileSync(new URL('../../../workflows/demo/ekdala.json', import.meta.url), 'utf8'));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const at = '2026-11-23T09:00:00.000Z';
const request = (more: object = {}, organisation: object = document) => bootstrapRequest.parse({ organisation, routine: 'vaxjo', at, ...more });
/** The ports of a store that another has begun (`startEdgeWorld`), and of one where the routine, written last, never came. */
const begun = () => ({ ...bootstrapPorts(), log: silent });
const cutShort = () => {
  const ports = begun();
  const written: unknown[] = [];
  return { written, ports: { ...ports, registers: { ...ports.registers, hasBegun: async () => false, write: async (changes: unknown) => void written.push(changes) } as unknown as typeof ports.registers } };
};

describe('bootstrap-organisation', () => {
  let world: EdgeWorld;
  beforeAll(async () => {
    world = await startEdgeWorld();
  });
  afterAll(() => world.stop());

  it('leaves an installation that was begun with as it is', async () => {
    expect(await begun().registers.hasBegun()).toBe(true);
    expect(await bootstrapOrganisation(begun(), request({ routine: 'reko' }))).toEqual({ written: 0, routine: null });
  });
  it('writes whole what a run that was cut short has left in part', async () => {
    const { written, ports } = cutShort();
    expect(await bootstrapOrganisation(ports, request())).toMatchObject({ routine: { id: 'vaxjo', version: vaxjo.version } });
    expect(written).toMatchObject([{ activeRoutine: { id: 'vaxjo', version: vaxjo.version }, callBackPhone: '010-000 10 34' }]);
  });
  it('changes on request the rows that differ, with their log, and neither others nor the routine', async () => {
    const renamed = { ...document, users: document.users.map((user: { id: string }) => (user.id === 'sixten' ? { ...user, mail: 'sixten.ny@ekdala.example' } : user)) };
    expect(await bootstrapOrganisation(begun(), request({ renew: true, routine: 'reko' }, renamed))).toEqual({ written: 1, routine: null });
    expect(await bootstrapOrganisation(begun(), request({ renew: true }, renamed))).toEqual({ written: 0, routine: null });
    const { registers, administration } = begun();
    expect((await registers.read()).users.find(({ id }) => id === 'sixten')?.mail).toBe('sixten.ny@ekdala.example');
    expect(await registers.activeRoutine(await registers.read(), at)).toMatchObject({ id: 'vaxjo' });
    expect(await administration.changes('users', 'sixten')).toMatchObject([{ kind: 'put', version: 2, at, by: 'bootstrap' }]);
    expect(await administration.changes('users', 'siri')).toEqual([]);
  });
  it.each([
    ['unit of an organisation that is not in the document', 'units', 'organisationId', 'organisation-unknown'],
    ['user of a unit that is not in the document', 'users', 'unitId', 'unit-unknown'],
    ['role of a unit that is not in the document', 'roles', 'unitId', 'unit-unknown'],
    ['role of a user who is not in the document', 'roles', 'userId', 'user-unknown'],
  ])('refuses a %s', async (_, list, field, code) => {
    const { written, ports } = cutShort();
    const [first, ...others] = document[list];
    await expect(bootstrapOrganisation(ports, request({}, { ...document, [list]: [{ ...first, [field]: 'nobody' }, ...others] }))).rejects.toMatchObject({ faults: expect.arrayContaining([{ pointer: `/organisation/${list}/0/${field}`, code }]) });
    expect(written).toEqual([]);
  });
  it.each(['organisations', 'units', 'users', 'roles'])('refuses the same row twice among %s', async (list) => {
    const twice = [...document[list], document[list][0]];
    await expect(bootstrapOrganisation(cutShort().ports, request({}, { ...document, [list]: twice }))).rejects.toMatchObject({ faults: expect.arrayContaining([{ pointer: `/organisation/${list}/${twice.length - 1}`, code: 'named-twice' }]) });
  });
  it('refuses a routine that does not ship with the product, and a document of another shape', async () => {
    await expect(bootstrapOrganisation(cutShort().ports, request({ routine: 'elsewhere' }))).rejects.toMatchObject({ code: 'not-found' });
    expect(() => request({}, { ...document, version: 2 })).toThrow('version');
    expect(() => request({}, { ...document, users: [{ ...document.users[0], mail: 'no address' }] })).toThrow('mail');
  });
});
