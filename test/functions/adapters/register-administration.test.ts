import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoRegisterAdministration } from '../../../functions/adapters/register-administration.ts';
import { DynamoRegisterStore } from '../../../functions/adapters/register-store.ts';
import type { Unit } from '../../../functions/domain/register.ts';
import { endRegisterRow } from '../../../functions/use-cases/end-register-row.ts';
import { listRegister } from '../../../functions/use-cases/list-register.ts';
import { putRegisterRow } from '../../../functions/use-cases/put-register-row.ts';
import { readRegisterRow } from '../../../functions/use-cases/read-register-row.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { startStores, type Stores } from './dynoxide.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo, activeRoutine: { id: 'vaxjo', version: 1 } });
});
afterAll(() => stores.stop());
const caller = { userId: 'sixten', now: monday, correlationId: 'c' };
const ports = () => ({ registers: stores.administration });
const ward: Unit = { id: 'norrvik-56', organisationId: 'sjoland', name: 'Norrviks sjukhus, avdelning 56', language: 'sv', mailbox: 'avd56@norrvik.example', managerMailbox: 'chef56@norrvik.example' };
const put = (value: Unit, version: number | null, by = caller) => putRegisterRow(ports(), { caller: by, body: { entry: { register: 'units', value: { ...value, areas: undefined } }, version } });
const stored = async (pk: string) => (await stores.documents.send(new QueryCommand({ TableName: 'Registers', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ConsistentRead: true }))).Items ?? [];

describe('a row of a register', () => {
  it('is added, read by every function at once, changed from the version that was seen, and logged', async () => {
    const before = await stores.registers.read();
    expect(before.units.some(({ id }) => id === ward.id)).toBe(false);
    expect((await put(ward, null)).row).toMatchObject({ key: ward.id, version: 1, changedBy: 'Sixten Systemansvarig', ended: false });
    expect((await stores.registers.read()).units.find(({ id }) => id === ward.id)?.mailbox).toBe(ward.mailbox);
    // The same request once more is answered, and written once.
    expect((await put(ward, null)).row.version).toBe(1);
    expect((await put({ ...ward, phone: '010' }, 1)).row.version).toBe(2);
    await expect(put({ ...ward, phone: '020' }, 1)).rejects.toMatchObject({ code: 'stale-version', currentVersion: 2 });
    await expect(put({ ...ward, name: 'Annan' }, null)).rejects.toMatchObject({ code: 'register-refused', faults: [{ pointer: '/id', code: 'row-exists' }] });
    const { changes } = await readRegisterRow(ports(), { caller, body: { register: 'units', key: ward.id } });
    expect(changes.map(({ kind, version, by, before: was }) => [kind, version, by, was === null])).toEqual([['put', 2, 'Sixten Systemansvarig', false], ['put', 1, 'Sixten Systemansvarig', true]]);
  });

  it('ends without being deleted, and can no longer be chosen', async () => {
    const { row } = await endRegisterRow(ports(), { caller, body: { register: 'units', key: ward.id, version: 2 } });
    expect(row).toMatchObject({ ended: true, version: 3, entry: { value: { active: false } } });
    const listed = async (show: 'current' | 'ended') => (await listRegister(ports(), { caller, body: { register: 'units', search: 'avdelning 56', show } })).matching;
    expect([await listed('current'), await listed('ended')]).toEqual([0, 1]);
  });

  it('is for the system administrator alone', async () => {
    for (const userId of ['maj', 'hanna', 'siri']) await expect(put(ward, null, { ...caller, userId })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(put(ward, null, { ...caller, userId: 'nobody' })).rejects.toMatchObject({ code: 'unknown-user' });
  });

  it('is never half written by two at once: each change is decided on what the other wrote', async () => {
    const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((id) => putRegisterRow({ registers: new DynamoRegisterAdministration(stores.documents, () => 'Registers') }, { caller, body: { entry: { register: 'areas', value: { id, name: id } }, version: null } })));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect((await stores.registers.read()).areas.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'norra-sjoland', 'sodra-sjoland']);
    const same = await Promise.allSettled(['x', 'y'].map((name) => putRegisterRow({ registers: new DynamoRegisterAdministration(stores.documents, () => 'Registers') }, { caller, body: { entry: { register: 'areas', value: { id: 'a', name } }, version: 1 } })));
    expect(same.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a write that was decided on an older revision, and keeps nothing of it', async () => {
    const { revision, rows } = await stores.administration.snapshot();
    await stores.registers.setLanguage('siri', 'en');
    const before = rows.find(({ key }) => key === 'siri')!;
    expect(await stores.administration.commit({ revision, at: monday, by: 'sixten', kind: 'put', rows: [{ before, after: before.entry }] })).toBe('superseded');
    expect(await stores.administration.changes('users', 'siri')).toEqual([]);
    expect((await stores.registers.read()).users.find(({ id }) => id === 'siri')?.language).toBe('en');
  });
});

it('reads and writes rows in the generation in force, and counts no change of one that never was', async () => {
  const { rows } = await stores.administration.snapshot();
  const put = (Item: Record<string, unknown>) => stores.documents.send(new PutCommand({ TableName: 'Registers', Item }));
  for (const { entry } of rows.filter((row) => row.entry.register === 'users')) await put({ pk: 'USER#g1', sk: entry.register === 'users' ? entry.value.id : '', value: { ...entry.value, title: 'Ny titel' } });
  for (const [generation, name] of [['g1', 'i kraft'], ['g0', 'aldrig']] as const) {
    const after = { register: 'users', value: { id: 'siri', name, title: 't', mail: 'siri@ekdala.example', language: 'sv', unitId: 'rehab' } };
    await put({ pk: 'CHANGE#users#siri', sk: `00000002#${generation}`, kind: 'import', version: 2, at: monday, by: 'sixten', before: null, after, generation });
  }
  await put({ pk: 'GENERATION#users', sk: 'g1' });
  await put({ pk: 'SETTING', sk: 'register-revision', revision: 'imported', generations: { users: 'g1' }, retired: ['USER'] });
  expect((await stores.registers.read()).users.every(({ title }) => title === 'Ny titel')).toBe(true);
  expect((await stores.administration.changes('users', 'siri')).map(({ after }) => after.register === 'users' && after.value.name)).toEqual(['i kraft']);
  expect((await stores.registers.setLanguage('siri', 'sv'))?.title).toBe('Ny titel');
  const user = (await stores.registers.read()).users.find(({ id }) => id === 'nils')!;
  expect((await putRegisterRow(ports(), { caller, body: { entry: { register: 'users', value: { ...user, title: 'Sjuksköterska' } }, version: 1 } })).row.version).toBe(2);
  expect((await stores.registers.read()).users.find(({ id }) => id === 'nils')?.title).toBe('Sjuksköterska');
  expect((await stored('USER#g1')).length).toBe(ekdala.users.length);
});

it('loads registers as an installation of before had them: without versions, generations or new parts', async () => {
  const old = await startStores();
  try {
    for (const { id, ...rest } of ekdala.organisations.slice(0, 2)) await old.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'ORGANISATION', sk: id, value: { id, name: rest.name, type: rest.type, own: rest.own } } }));
    await old.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'UNIT', sk: 'rehab', value: { id: 'rehab', organisationId: 'ekdala', name: 'Rehab', language: 'sv' } } }));
    await old.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'SETTING', sk: 'call-back-phone', value: '010-1' } }));
    await old.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'SETTING', sk: 'register-revision', revision: 'r1' } }));
    const register = await new DynamoRegisterStore(old.documents, () => 'Registers').read();
    expect(register).toMatchObject({ callBackPhone: '010-1', agreements: [], areas: [], groups: [], onCall: { suppliers: [], calendar: [] } });
    expect(register.organisations.map(({ id }) => id)).toEqual(['ekdala', 'sjoland']);
    const { rows } = await old.administration.snapshot();
    expect(rows.find(({ key }) => key === 'rehab')).toMatchObject({ version: 1, changedAt: null });
    expect(rows.find(({ key }) => key === 'callBackPhone')?.entry).toEqual({ register: 'settings', value: { name: 'callBackPhone', value: '010-1' } });
  } finally {
    await old.stop();
  }
});

it('keeps a role that was stored without its beginning in its key, once it is written anew, and holds the same role again beside it', async () => {
  const old = await startStores();
  try {
    await old.registers.write({ ...ekdala, routine: vaxjo, activeRoutine: { id: 'vaxjo', version: 1 } });
    const mas = ekdala.roles.find(({ role }) => role === 'mas')!;
    const { Items = [] } = await old.documents.send(new QueryCommand({ TableName: 'Registers', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'ROLE' } }));
    const item = Items.find(({ value }) => value.role === 'mas')!;
    await old.documents.send(new DeleteCommand({ TableName: 'Registers', Key: { pk: item['pk'], sk: item['sk'] } }));
    await old.documents.send(new PutCommand({ TableName: 'Registers', Item: { ...item, sk: `${mas.userId}#mas#${mas.unitId}` } }));
    const held = async () => (await new DynamoRegisterAdministration(old.documents, () => 'Registers').snapshot()).register.roles.filter(({ role, userId }) => role === 'mas' && userId === mas.userId).map(({ from, to }) => [from, to]);
    expect(await held()).toEqual([[mas.from, undefined]]);
    const put = (value: typeof mas, version: number | null) => putRegisterRow({ registers: old.administration }, { caller, body: { entry: { register: 'roles', value: { ...value, principalRoles: undefined } }, version } });
    const { substituteUserId: _user, substituteFrom: _from, substituteTo: _to, ...alone } = mas;
    expect((await put({ ...alone, to: '2026-12-31' }, 1)).row).toMatchObject({ version: 2, key: `${mas.userId}#mas#${mas.unitId}#${mas.from}` });
    await put({ ...alone, from: '2027-03-01' }, null);
    expect(await held()).toEqual([[mas.from, '2026-12-31'], ['2027-03-01', undefined]]);
    await expect(put({ ...alone, from: '2027-06-01' }, null)).rejects.toMatchObject({ faults: [{ pointer: '/from', code: 'role-overlaps' }] });
  } finally {
    await old.stop();
  }
});
