import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoCopyStore } from '../../../functions/adapters/copy-store.ts';
import { DynamoDeepAnalysisStore } from '../../../functions/adapters/deep-analysis-store.ts';
import { DynamoDescriptionStore } from '../../../functions/adapters/description-store.ts';
import { DynamoErasureStore } from '../../../functions/adapters/erasure-store.ts';
import { DynamoMeetingStore } from '../../../functions/adapters/meeting-store.ts';
import { DynamoReleaseStore } from '../../../functions/adapters/release-store.ts';
import type { CaseEvent, OutgoingCase } from '../../../functions/domain/case.ts';
import type { DeepAnalysis } from '../../../functions/domain/deep-analysis/deep-analysis.ts';
import type { EventDescription } from '../../../functions/domain/event-description/description.ts';
import { addItem, recordOutcome } from '../../../functions/domain/meeting/agenda-changes.ts';
import { planMeeting, type MeetingContext } from '../../../functions/domain/meeting/meeting.ts';
import type { Group } from '../../../functions/domain/register.ts';
import { blocksOf } from '../../../functions/domain/releasing/case-text.ts';
import { copyOf, decideRelease, type Release } from '../../../functions/domain/releasing/release.ts';
import type { AccessEntry } from '../../../functions/use-cases/ports.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { answered } from '../domain/outgoing-case.ts';
import { ekdala, monday } from '../ekdala.ts';

/* L9a: a phrase stands in every text that is written about a case, wherever it is kept; once the case is erased it stands nowhere. */

const planted = 'KORALLREVET i stormen';
const pseudonym = 'p-korall';
const at = '2031-05-02T03:00:00.000Z';
let stores: Stores;
const table = () => 'Cases';
const tables = { cases: table, patientReferences: () => 'PatientReferences', accessLog: () => 'AccessLog' };
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const access: AccessEntry = { at: monday, userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', operation: 'test', kind: 'write', caseId: null, patientKey: pseudonym };
const once = () => ({ scope: 'maj', key: randomUUID(), bodyHash: 'a', answer: { ok: true } });
const groups: readonly Group[] = ['motet', 'gruppen'].map((id) => ({ id, name: id, kind: 'collaborationMeeting', convenerUserId: 'rut', members: [], guests: [] }));
/** Every row as text, what is compressed unpacked. */
const rows = async (): Promise<readonly string[]> => {
  const all = await Promise.all(['Cases', 'PatientReferences'].map((TableName) => stores.documents.send(new ScanCommand({ TableName }))));
  return all.flatMap(({ Items = [] }) => Items).map((item) => JSON.stringify(item, (_, value: unknown) => value) + (item['copy'] instanceof Uint8Array ? gunzipSync(item['copy']).toString('utf8') : ''));
};
const holding = async (word: string) => (await rows()).filter((row) => row.includes(word));

const plantEverywhere = async (concerned: OutgoingCase) => {
  const { id, number } = concerned;
  const said: CaseEvent = { id: 'v1', caseId: id, at: monday, type: 'noteAdded', actor: 'maj', detail: { text: planted } };
  await stores.cases.commit({ case: concerned, expected: null, events: [said], outbox: [], access, patientReference: { reference: '19121212-1212', protectedIdentity: false, patientKey: pseudonym } });

  const releases = new DynamoReleaseStore(stores.documents, table);
  const release = (releaseId: string): Release => ({
    id: releaseId, version: 1, by: 'maj', at: monday, receiver: 'journalist', reference: 'dnr 1', routine: { id: 'vaxjo', version: 1 }, decision: null, events: [{ at: monday, by: 'maj', type: 'started', count: 0 }],
    cases: [{ caseId: id, number, patientKey: pseudonym, unitId: 'u', field: 'mas' }],
  });
  const copies = [copyOf(id, blocksOf(concerned, [said], ekdala), { ...ekdala, users: [] }, null)].map((copy) => ({ ...copy, masks: {} }));
  for (const releaseId of ['undecided', 'decided']) await releases.start(release(releaseId), copies, once());
  const decided = decideRelease(release('decided'), copies, { outcome: 'released', ground: null, note: '' }, { actor: 'maj', now: monday, grounds: [] });
  await releases.change(decided.release, decided.copies, once());

  const meetings = new DynamoMeetingStore(stores.documents, table);
  const context = (index: number): MeetingContext => ({ now: monday, today: '2026-03-10', actor: 'rut', register: { ...ekdala, groups }, group: groups[index]! });
  const plan = { date: '2026-03-09', from: '13:00', to: null, place: 'Sal', videoLink: null, counterpartIds: [], since: '2026-01-01', inviteDays: 7, notesDueDays: 7 };
  const planned = planMeeting({ ...plan, id: 'm1' }, [], context(0));
  await meetings.write({ ...planned, at: monday });
  const added = addItem(planned.meeting, { subject: { kind: 'case', caseId: id, number }, reason: planted }, context(0));
  await meetings.write({ ...added, at: monday });
  const passed = recordOutcome(added.meeting, { itemId: 'i1', outcome: 'forwarded', note: planted, toGroup: groups[1] }, context(0));
  await meetings.write({ ...passed, forwarded: [passed.forwarded!], at: monday });
  const about = addItem(passed.meeting, { subject: { kind: 'analysis', analysisId: `${id}-1`, number }, reason: planted }, context(0));
  await meetings.write({ ...about, at: monday });
  // The other group has taken up what was forwarded, and one that it has not.
  const next = planMeeting({ ...plan, id: 'm2' }, [{ source: 'forwarded', subject: { kind: 'case', caseId: id, number }, reason: planted, fromGroupId: 'motet' }], context(1));
  await meetings.write({ ...next, taken: [passed.forwarded!], at: monday });
  const again = recordOutcome(about.meeting, { itemId: 'i2', outcome: 'forwarded', note: planted, toGroup: groups[1] }, context(0));
  await meetings.write({ ...again, forwarded: [again.forwarded!], at: monday });

  const analysis: DeepAnalysis = {
    id: `${id}-1`, caseId: id, caseNumber: number, number: 1, state: 'done', version: 1, reason: planted, proposedBy: 'siri', proposedAt: monday, rule: { decidedBy: ['mas'], voting: 'all', dueDays: 90 },
    voices: [{ role: 'mas', by: 'maj', approved: true, reason: planted, at: monday }], ownerUserId: 'enok', due: '2026-06-01', result: { text: planted, by: 'enok', at: monday },
  };
  await new DynamoDeepAnalysisStore(stores.documents, table).write(analysis, { at: monday, outbox: [] });

  await new DynamoCopyStore(stores.documents, table).put({ id: `copy-${id}`, groupId: 'gruppen', month: '2026-03', counterpart: 'Norrvik', clause: { sv: 'p', en: 'p' }, text: planted, at: monday }, []);
  await stores.documents.send(new PutCommand({ TableName: 'Cases', Item: { pk: 'GROUP#motet', sk: `CASE#${id}`, caseId: id, number, level: 1, state: 'group', here: true, ofPrinciple: false, dueAt: monday, changedAt: monday, patientKey: pseudonym } }));

  const description: EventDescription = {
    id: 'd1', number: 'H1', caseId: id, routine: { id: 'vaxjo', version: 1 }, counterpartId: 'norrvik', unitId: null, category: 'medication', targetGroup: null, title: planted, texts: { event: planted, action: planted, followUp: planted }, resolved: [],
    revision: 1, version: 1, epoch: 0, draftedBy: 'maj', createdAt: monday, updatedAt: monday, ours: null, theirs: null, asked: null, answers: [{ kind: 'change', revision: 1, text: planted, at: monday }], publishedAt: null, withdrawn: null,
    events: [{ at: monday, type: 'drafted', actor: 'maj', revision: 1, text: planted }],
  };
  const approval = { revision: 1, by: 'maj', at: monday };
  const published: EventDescription = { ...description, id: 'd2', number: 'H2', title: 'Avidentifierad', texts: { event: 'e', action: 'a', followUp: 'f' }, ours: approval, theirs: approval, publishedAt: monday };
  const descriptions = new DynamoDescriptionStore(stores.documents, table);
  for (const each of [description, published]) for (const row of descriptions.newRows(each)) if (row.kind === 'put') await stores.documents.send(new PutCommand({ TableName: 'Cases', Item: row.row }));
};

it('leaves no word of an erased case anywhere, and of what others decided all but the words', async () => {
  const made = answered();
  const concerned: OutgoingCase = { ...made, status: 'closed', closedAt: monday, version: 1, hasPatientReference: true, report: { ...made.report, whatHappened: planted }, outgoingText: { text: planted, editedBy: 'maj', editedAt: monday, resolved: [] } };
  await plantEverywhere(concerned);
  expect((await holding(planted)).length).toBeGreaterThan(12);

  const erasure = new DynamoErasureStore(stores.documents, tables);
  const loaded = (await stores.cases.load(concerned.id))!;
  const event: CaseEvent = { id: 'r1', caseId: concerned.id, at, type: 'contentErased', actor: 'clock', detail: { documentType: 'outgoingCase', run: '2031-05', ground: 'dhp' } };
  expect(await erasure.begin({ loaded, runId: '2031-05', at, holdsRevision: 0, event })).toBe('begun');
  const lists = { userIds: ekdala.users.map(({ id }) => id), groupIds: groups.map(({ id }) => id) };
  const stone = (await erasure.tombstone(concerned.id))!;
  await erasure.clear(stone, at, lists);
  // Died at the very end, it is repeated.
  await erasure.clear(stone, at, lists);

  expect(await holding(planted)).toEqual([]);
  expect(await holding(pseudonym)).toEqual([]);
  expect(await holding('19121212')).toEqual([]);
  expect(await new DynamoReleaseStore(stores.documents, table).find('decided')).toMatchObject({ decision: { outcome: 'released' }, cases: [{ number: concerned.number, patientKey: null }], events: [{ type: 'started' }, { type: 'decided' }, { type: 'erased' }] });
  const meetings = new DynamoMeetingStore(stores.documents, table);
  expect(await meetings.find('m1')).toMatchObject({ items: [{ reason: '', outcome: { outcome: 'forwarded', note: '' } }, { reason: '', outcome: { outcome: 'forwarded', note: '' } }] });
  expect(await meetings.waitingFor('gruppen')).toEqual([]);
  const descriptions = new DynamoDescriptionStore(stores.documents, table);
  expect(await descriptions.findDescription('d1')).toBeUndefined();
  expect(await descriptions.findDescription('d2')).toMatchObject({ title: 'Avidentifierad', publishedAt: monday });
});

it('forgets by which name a patient was known also in groups and releases, where the reference alone is erased', async () => {
  const concerned: OutgoingCase = { ...answered(), id: randomUUID(), number: 'BR-2026-00099', status: 'closed', closedAt: monday, version: 1, hasPatientReference: true };
  const known = 'p-rev';
  await stores.cases.commit({ case: concerned, expected: null, events: [], outbox: [], access: { ...access, patientKey: known }, patientReference: { reference: '19121212-1212', protectedIdentity: false, patientKey: known } });
  const releases = new DynamoReleaseStore(stores.documents, table);
  await releases.start({
    id: 'later', version: 1, by: 'maj', at: monday, receiver: 'party', reference: '', routine: { id: 'vaxjo', version: 1 }, decision: null, events: [], cases: [{ caseId: concerned.id, number: concerned.number, patientKey: known, unitId: 'u', field: 'mas' }],
  }, [{ caseId: concerned.id, blocks: [{ id: 'facts', heading: '', text: 'Text' }], masks: {} }], once());
  await stores.documents.send(new PutCommand({ TableName: 'Cases', Item: { pk: 'GROUP#motet', sk: `CASE#${concerned.id}`, caseId: concerned.id, patientKey: known } }));
  const loaded = (await stores.cases.load(concerned.id))!;
  const event: CaseEvent = { id: 'r2', caseId: concerned.id, at, type: 'contentErased', actor: 'clock', detail: { documentType: 'patientReference', run: '2031-05', ground: 'dhp' } };
  const erasure = new DynamoErasureStore(stores.documents, tables);
  expect(await erasure.retire({ loaded, runId: '2031-05', at, holdsRevision: 0, event }, 'patientReference')).toBe('begun');
  await erasure.finishRetiring(concerned.id, 'patientReference', groups.map(({ id }) => id));
  expect(await holding(known)).toEqual([]);
  expect((await releases.copies((await releases.find('later'))!))[0]?.blocks).toMatchObject([{ text: 'Text' }]);
});
