import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationDocument } from '../../../functions/contracts/register.ts';
import { parseRoutine } from '../../../functions/contracts/routine.ts';
import { bootstrapOnce } from '../../../infra/local/bootstrap.ts';
import { demoOrganisation, routineNames, routineOfFolder } from '../../../infra/local/demo.ts';
import { readOrganisation } from '../../../infra/local/organisation.ts';
import { demoOf } from '../../functions/demo.ts';

describe('the demo organisation', () => {
  it('is there for five routines, the usual one first', () => expect(routineNames).toEqual(['vaxjo', 'goteborg', 'haninge', 'reko', 'sodra-alvsborg']));

  describe.each(routineNames)('as %s works', (name) => {
    const { register, routine } = demoOf(name);
    it('is a document that bootstrap takes, and everybody in it can sign in', () => {
      expect(organisationDocument.parse(demoOrganisation(name).document)).toEqual(register);
      expect(demoOrganisation(name).users.map(({ id }) => id)).toEqual(register.users.map(({ id }) => id));
    });
    it('names nobody, no unit and no organisation twice, and nothing that is not there', () => {
      for (const ids of [register.users, register.units, register.organisations, register.areas].map((list) => list.map(({ id }) => id))) expect(new Set(ids).size).toBe(ids.length);
      const [users, units, organisations] = [register.users, register.units, register.organisations].map((list) => new Set(list.map(({ id }) => id)));
      for (const { userId, unitId } of register.roles) expect([users?.has(userId), units?.has(unitId)], `${userId} ${unitId}`).toEqual([true, true]);
      for (const { organisationId } of [...register.units, ...register.onCall.suppliers]) expect(organisations?.has(organisationId), organisationId).toBe(true);
      for (const { convenerUserId, members } of register.groups) for (const userId of [convenerUserId, ...members.map((member) => member.userId)]) expect(users?.has(userId), userId).toBe(true);
      for (const { organisationIds = [] } of register.agreements) for (const id of organisationIds) expect(organisations?.has(id), id).toBe(true);
    });
    it('has holders of each role that the routine makes responsible, and the areas that it names', () => {
      for (const { responsible } of [...routine.outgoing.responsibility, ...routine.incoming.responsibility]) expect(register.roles.some(({ role }) => role === responsible), responsible).toBe(true);
      for (const { areas = [] } of routine.eligibility ?? []) for (const id of areas) expect(register.areas.some((area) => area.id === id), id).toBe(true);
    });
    it('is read by the routine’s own schema again', () => expect(parseRoutine(structuredClone(routine))).toEqual(routine));
  });
});

describe('in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'brygga-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lays additions over the entries they name, and adds what is new', () => {
    writeFileSync(join(folder, 'base.json'), JSON.stringify({ users: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], roles: [{ role: 'mas', userId: 'a', unitId: 'u', from: '2020-01-01' }], onCall: { suppliers: [{ id: 's' }], calendar: [{ id: 'c' }] }, phone: '1' }));
    writeFileSync(join(folder, 'more.json'), JSON.stringify({ users: [{ id: 'b', title: 'T' }, { id: 'c', name: 'C' }], roles: [{ role: 'mas', userId: 'a', unitId: 'u', to: '2030-01-01' }], onCall: { suppliers: [{ id: 't' }] } }));
    expect(readOrganisation(join(folder, 'base.json'), join(folder, 'more.json')).document).toEqual({
      users: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B', title: 'T' }, { id: 'c', name: 'C' }], roles: [{ role: 'mas', userId: 'a', unitId: 'u', from: '2020-01-01', to: '2030-01-01' }],
      onCall: { suppliers: [{ id: 's' }, { id: 't' }], calendar: [{ id: 'c' }] }, phone: '1',
    });
    expect(() => readOrganisation(join(folder, 'base.json'), join(folder, 'none.json'))).toThrow(expect.objectContaining({ code: 'bootstrap-failed' }));
  });

  describe('the routine it was begun with', () => {
    const bootstrapped = async (routine: string, before = ''): Promise<string | undefined> => {
      const db = new DatabaseSync(join(folder, 'state.sqlite'));
      db.exec(before);
      const template = { outputs: new Map([['BootstrapFunctionName', 'bootstrap']]) };
      await bootstrapOnce({ db, template: template as never, organisation: { document: {}, users: [] }, routine, now: () => 0, invokeFunction: async () => ({ ok: true }) as never });
      db.close();
      return routineOfFolder(folder);
    };
    it('is none before there is a store', () => expect(routineOfFolder(folder)).toBeUndefined());
    it('is what the store was filled with', async () => expect(await bootstrapped('reko')).toBe('reko'));
    it('stays, whatever a later start says', async () => {
      await bootstrapped('haninge');
      expect(await bootstrapped('reko')).toBe('haninge');
    });
    it('is the usual one of a folder from before there were several', async () => {
      const old = 'CREATE TABLE bootstrap_done (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;';
      expect(await bootstrapped('reko', `${old} INSERT INTO bootstrap_done VALUES (1);`)).toBe('vaxjo');
    });
    it('is noted in a table from before, too', async () => expect(await bootstrapped('reko', 'CREATE TABLE bootstrap_done (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;')).toBe('reko'));
    it('is left to the start where the store cannot be read', () => {
      writeFileSync(join(folder, 'state.sqlite'), 'no store');
      expect(routineOfFolder(folder)).toBeUndefined();
    });
  });
});
