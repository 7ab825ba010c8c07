import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoArchiveStore } from '../../../functions/adapters/archive-store.ts';
import { DynamoRetentionStore } from '../../../functions/adapters/retention-store.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import type { OutgoingCase } from '../../../functions/domain/case.ts';
import type { RunItem } from '../../../functions/domain/keeping/retention-run.ts';
import type { Archive } from '../../../functions/domain/releasing/archive.ts';
import { chooseArchiveCases } from '../../../functions/use-cases/choose-archive-cases.ts';
import type { ArchiveTaskPorts } from '../../../functions/use-cases/ports-releasing.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { answered } from '../domain/outgoing-case.ts';
import { monday } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

/** L9: a report of what will go hands the cases that are archived first over to a package. */
it('takes of a retention report the cases that are to be archived, each once, and of the field alone', async () => {
  const tables = { cases: () => 'Cases', patientReferences: () => 'PatientReferences', accessLog: () => 'AccessLog' };
  const archives = new DynamoArchiveStore(stores.documents, tables.cases);
  const runs = new DynamoRetentionStore(stores.documents, tables);
  let serial = 0;
  const ended = async (more: Partial<OutgoingCase> = {}): Promise<string> => {
    const made: OutgoingCase = { ...answered(), id: randomUUID(), number: caseNumber((serial += 1)), status: 'closed', closedAt: monday, version: 1, ...more };
    await stores.cases.commit({ case: made, expected: null, events: [], outbox: [], access: { at: monday, userId: 'maj', principal: 'mas', unitId: null, operation: 'test', kind: 'write', caseId: null, patientKey: null } });
    return made.id;
  };
  const due = await Promise.all(Array.from({ length: 120 }, () => ended()));
  const [erasedAtOnce, ofAnotherField, inNoReport] = [await ended(), await ended({ responsible: 'sas' }), await ended()];
  const item = (caseId: string, more: Partial<RunItem> = {}): RunItem => ({
    id: `outgoingCase_${caseId}`, documentType: 'outgoingCase', caseId, number: null, since: '2026-03-02', dueOn: '2031-03-02', ending: 'archiveThenErase', outcome: 'spared', obstacle: 'not-archived', ...more,
  });
  await runs.putItems('2031-04', due.map((caseId) => item(caseId)));
  await runs.putItems('2031-04', [
    item(erasedAtOnce, { ending: 'erase' }), item(ofAnotherField), item(due[0]!, { id: `attachment_${due[0]}`, documentType: 'attachment' }),
    { ...item(''), id: 'accessLog', documentType: 'accessLog', caseId: null },
  ]);
  const archive: Archive = {
    id: 'a1', by: 'maj', at: monday, selection: { endedOnly: false, retentionRunId: '2031-04' }, scopes: [{ role: 'mas', unitIds: null }], withPatientReferences: false, reason: '', status: 'running', phase: 'choosing',
    cursor: null, chosen: 0, place: { ordinal: 0, file: 0 }, volumes: [], manifestSha256: null, endedAt: null, expiresAt: null, revision: 1,
  };
  await archives.start(archive, { scope: 'maj', key: randomUUID(), bodyHash: 'a', answer: {} });
  const ports = { archives, runs, cases: stores.cases } as unknown as ArchiveTaskPorts;
  const task = { caseId: 'a1', now: monday };
  expect(await chooseArchiveCases(ports, task)).toEqual({ next: 'write' });
  const { chosen, phase } = (await archives.find('a1'))!;
  expect({ chosen, phase }).toEqual({ chosen: 120, phase: 'writing' });
  const ids: string[] = [];
  for (let row = 0; ids.length < chosen; row += 1) ids.push(...await archives.chosen('a1', row));
  expect(ids.toSorted()).toEqual(due.toSorted());
  expect(ids).not.toContain(inNoReport);
  // A task that is done again says what comes next, and chooses nothing more.
  expect(await chooseArchiveCases(ports, task)).toEqual({ next: 'write' });
}, 60_000);
