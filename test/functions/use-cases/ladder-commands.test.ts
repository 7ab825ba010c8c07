import { randomUUID } from 'node:crypto';
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoMeetingStore } from '../../../functions/adapters/meeting-store.ts';
import { DynamoGroupCaseStore } from '../../../functions/adapters/group-cases.ts';
import { commandReceipt, type CommandReceipt } from '../../../functions/contracts/command.ts';
import { folderView, groupList, groupView } from '../../../functions/contracts/escalation.ts';
import { operations } from '../../../functions/contracts/operations.ts';
import { changeGuest } from '../../../functions/use-cases/change-guest.ts';
import { consultGroup } from '../../../functions/use-cases/consult-group.ts';
import { decideEscalation } from '../../../functions/use-cases/decide-escalation.ts';
import { editFolder } from '../../../functions/use-cases/edit-folder.ts';
import { forwardCase } from '../../../functions/use-cases/forward-case.ts';
import { informOfDecision } from '../../../functions/use-cases/inform-of-decision.ts';
import { listGroups } from '../../../functions/use-cases/list-groups.ts';
import type { CaseCommand, StaffPorts } from '../../../functions/use-cases/ports.ts';
import { raiseCase } from '../../../functions/use-cases/raise-case.ts';
import { readFolder } from '../../../functions/use-cases/read-folder.ts';
import { readGroup } from '../../../functions/use-cases/read-group.ts';
import { recordAgreement } from '../../../functions/use-cases/record-agreement.ts';
import { returnCase } from '../../../functions/use-cases/return-case.ts';
import { writeBasis } from '../../../functions/use-cases/write-basis.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { reko, rekoRegister, reported } from '../domain/escalation/reko.ts';
import { monday } from '../ekdala.ts';

/* The commands of the ladder over a real store, along the way of one case: each is done once, under its own name in the access log, and refused of a stale version and to a stranger. */

let stores: Stores;
const concerned = { ...reported(), id: randomUUID(), routine: { id: reko.id, version: reko.version } };
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...rekoRegister, routine: reko, activeRoutine: { id: reko.id, version: reko.version } });
  await stores.cases.commit({
    case: concerned, expected: null, events: [], outbox: [],
    access: { at: monday, userId: 'siri', principal: null, unitId: null, operation: 'submit-deviation', kind: 'write', caseId: null, patientKey: null },
  });
});
afterAll(() => stores.stop());

const ports = () => ({ ...stores, groupCases: new DynamoGroupCaseStore(stores.documents, () => 'Cases') });
const caller = (userId: string) => ({ userId, now: monday, correlationId: 't' });
const logged = async () => (await stores.documents.send(new QueryCommand({ TableName: 'AccessLog', IndexName: 'case', KeyConditionExpression: 'caseKey = :case', ExpressionAttributeValues: { ':case': concerned.id } }))).Items ?? [];
const escalation = async () => (await stores.cases.load(concerned.id))?.case.escalation;

type Command = (ports: StaffPorts, request: CaseCommand<never>) => Promise<CommandReceipt>;
const up = { because: 'unsolved', reason: 'Olöst.' };
const way: readonly (readonly [string, Command, string, object, object])[] = [
  ['raise-case', raiseCase, 'enok', { reason: 'Olöst.', ofPrinciple: false }, { level: 2, state: 'climbing' }],
  ['record-agreement', recordAgreement, 'enok', { who: 'Cheferna', what: 'Lista', how: 'Ringer' }, { state: 'ended' }],
  ['raise-case', raiseCase, 'enok', { reason: 'Höll inte.', ofPrinciple: false }, { level: 2, number: 2 }],
  ['edit-folder', editFolder, 'enok', { text: 'Patienter kommer hem utan lista.' }, { folder: { text: 'Patienter kommer hem utan lista.' } }],
  ['forward-case', forwardCase, 'enok', up, { level: 3, groupIds: ['avvikelseradet'] }],
  ['return-case', returnCase, 'sten', { toLevel: 2, reason: 'Skriv mer.' }, { level: 2, groupIds: [] }],
  ['forward-case', forwardCase, 'enok', up, { level: 3 }],
  ['forward-case', forwardCase, 'sten', up, { level: 4, groupIds: ['strategigruppen', 'expertradet'] }],
  ['consult-group', consultGroup, 'edla', { kind: 'ask', text: 'Finns ett beslut?' }, { consultations: [{ question: 'Finns ett beslut?' }] }],
  ['write-basis', writeBasis, 'marta', { text: 'Underlag.', measures: ['Checklista'] }, { basis: { text: 'Underlag.' } }],
  ['forward-case', forwardCase, 'edla', up, { level: 5 }],
  ['decide-escalation', decideEscalation, 'birger', { text: 'Införs.', measures: [], workingGroup: null }, { state: 'informing' }],
  ['inform-of-decision', informOfDecision, 'edla', { text: 'Införs i sommar.', unitIds: ['rehab'] }, { state: 'ended', level: 1 }],
];

it('knows every command of the ladder that the interface has', () => {
  const known = Object.entries(operations).filter(([, { command, path }]) => command && path.startsWith('/api/escalations/')).map(([id]) => id);
  expect([...new Set(way.map(([operation]) => operation))].toSorted()).toEqual(known.toSorted());
});

it.each(way)('%s', async (operation, command, userId, body, expected) => {
  const { version } = (await stores.cases.load(concerned.id))!.case;
  const request = (as: string, of = version) => ({ caller: caller(as), idempotency: { key: randomUUID(), bodyHash: 'a' }, caseId: concerned.id, body: { version: of, ...body } as never });
  const before = await escalation();
  await expect(command(stores, request(userId, 999))).rejects.toMatchObject({ code: 'stale-version' });
  await expect(command(stores, request('konrad'))).rejects.toMatchObject({ code: 'not-found' });
  expect(await escalation()).toEqual(before);
  const logsBefore = (await logged()).length;
  const once = request(userId);
  const receipt = commandReceipt.parse(await command(stores, once));
  expect(await command(stores, once)).toEqual(receipt);
  expect(await escalation()).toMatchObject(expected);
  const entries = await logged();
  expect(entries.length).toBe(logsBefore + 1);
  expect(entries).toContainEqual(expect.objectContaining({ userId, operation, kind: 'write' }));
});

it('logs who read a folder, and each case that a group’s list shows', async () => {
  expect(folderView.parse(await readFolder(ports(), { caller: caller('saga'), caseId: concerned.id }))).toMatchObject({ extent: 'folder', state: 'ended', decision: { text: 'Införs.' } });
  expect(folderView.parse(await readFolder(ports(), { caller: caller('rut'), caseId: concerned.id }))).toMatchObject({ extent: 'decision', text: '', information: { text: 'Införs i sommar.' } });
  await expect(readFolder(ports(), { caller: caller('siri'), caseId: concerned.id })).rejects.toMatchObject({ code: 'not-found' });
  expect(groupView.parse(await readGroup(ports(), { caller: caller('saga'), groupId: 'reko' })).cases).toMatchObject([{ number: concerned.number, here: false, state: 'ended' }]);
  expect(groupList.parse(await listGroups(ports(), { caller: caller('saga') })).groups.map(({ id, waiting }) => `${id} ${waiting}`).toSorted()).toEqual(['reko 0', 'strategigruppen 0']);
  const entries = await logged();
  for (const expected of [{ userId: 'saga', operation: 'read-folder', kind: 'read' }, { userId: 'rut', operation: 'read-folder', kind: 'read' }, { userId: 'saga', operation: 'read-group', kind: 'list' }]) expect(entries).toContainEqual(expect.objectContaining(expected));
  expect(entries.some(({ userId }) => userId === 'siri' || userId === 'konrad')).toBe(false);
});

it('tells a guest once that it is one, also when the same is sent twice', async () => {
  const guests = { registers: stores.administration, meetings: new DynamoMeetingStore(stores.documents, () => 'Cases') };
  const change = (userId: string) => changeGuest(guests, { caller: caller(userId), groupId: 'expertradet', body: { kind: 'add', userId: 'gunn', from: '2026-03-02', to: '2026-03-05' } });
  await expect(change('maj')).rejects.toMatchObject({ code: 'convener-only' });
  await change('edla');
  await change('edla');
  const { Items = [] } = await stores.documents.send(new ScanCommand({ TableName: 'Cases' }));
  expect(Items.filter((item) => JSON.stringify(item).includes('"guestAdded"'))).toHaveLength(1);
});
