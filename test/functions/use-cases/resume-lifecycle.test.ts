import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLifecycle } from '../../../functions/use-cases/read-lifecycle.ts';
import { registerWait } from '../../../functions/use-cases/register-wait.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { sent } from '../domain/outgoing-case.ts';
import { monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ routine: vaxjo });
});
afterAll(() => stores.stop());

const access = { at: monday, userId: 'maj', principal: null, unitId: null, operation: 'test', kind: 'write', caseId: null, patientKey: null } as const;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = '2026-03-03T09:00:00.000Z';
let serial = 0;
const stopped = async (): Promise<string> => {
  serial += 1;
  const made = { ...sent(), id: `case-${serial}`, number: `N${serial}`, stopped: true };
  await stores.cases.commit({ case: made, expected: null, events: [], outbox: [], access });
  return made.id;
};
const stateOf = async (caseId: string) => ({
  stopped: (await stores.cases.load(caseId))?.case.stopped, events: (await stores.cases.events(caseId)).map(({ type }) => type),
});

describe('a redriven execution', () => {
  it('takes the mark off its case by reading it, once', async () => {
    const caseId = await stopped();
    const task = { caseId, generation: 1, startedAt: monday, now };
    await readLifecycle(stores, task);
    await readLifecycle(stores, { ...task, now: '2026-03-03T09:05:00.000Z' });
    expect(await stateOf(caseId)).toEqual({ stopped: false, events: ['lifecycleRestarted'] });
    expect((await stores.cases.list({ by: 'execution', states: ['open'] }, { limit: 10 })).rows.map(({ id }) => id)).toContain(caseId);
  });
  it('takes it off by waiting anew', async () => {
    const caseId = await stopped();
    const executions = { complete: () => Promise.resolve('completed' as const) };
    const wait = { caseId, generation: 1, awaits: 'acknowledgement', clockRevision: sent().clockRevision, until: '2026-03-09T22:59:59.000Z', token: 't', retryCount: 0, now };
    expect(await registerWait({ ...stores, executions, log }, wait)).toEqual({ outcome: 'registered' });
    expect(await stateOf(caseId)).toEqual({ stopped: false, events: ['lifecycleRestarted'] });
  });
  it('of an older generation changes nothing', async () => {
    const caseId = await stopped();
    await readLifecycle(stores, { caseId, generation: 2, startedAt: monday, now });
    expect(await stateOf(caseId)).toEqual({ stopped: true, events: [] });
  });
});
