import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendIncomingReply } from '../../../functions/domain/incoming/ending.ts';
import { recordEffectReview } from '../../../functions/domain/follow-up/effect-review.ts';
import { acceptDeviation, file } from '../../../functions/domain/incoming/filing.ts';
import { confirmIncomingText, editIncomingText, recordPharmacyNotification } from '../../../functions/domain/incoming/handling.ts';
import { reportInvestigationDone, saveInvestigation } from '../../../functions/domain/incoming/investigating.ts';
import { addAction } from '../../../functions/domain/follow-up/actions.ts';
import { assignIncoming } from '../../../functions/domain/incoming/people.ts';
import type { Category, ClockStep, Machine } from '../../../functions/domain/vocabulary.ts';
import { clockSteps } from '../../../functions/domain/vocabulary.ts';
import { staffPorts } from '../../../functions/adapters/staff-ports.ts';
import type { AccessEntry } from '../../../functions/use-cases/ports.ts';
import { deliverRow } from '../../../functions/use-cases/deliver-outbox.ts';
import { markStopped } from '../../../functions/use-cases/mark-stopped.ts';
import { readExecution } from '../../../functions/use-cases/read-execution.ts';
import { redriveExecution } from '../../../functions/use-cases/redrive-execution.ts';
import { stopExecution } from '../../../functions/use-cases/stop-execution.ts';
import { readLifecycle } from '../../../functions/use-cases/read-lifecycle.ts';
import { registerWait } from '../../../functions/use-cases/register-wait.ts';
import { sweepOutbox } from '../../../functions/use-cases/sweep-outbox.ts';
import { takeClockStep } from '../../../functions/use-cases/take-clock-step.ts';
import { day, later, start, startEdgeWorld, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
let serial = 0;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(() => { world.letters.length = 0; world.completed.length = 0; });

const filedCase = async (category: Category = 'nursingCare'): Promise<string> => {
  serial += 1;
  const id = `in${serial}`;
  const { case: filed, events, outbox } = file({
    caseId: id, number: `IN${serial}-TEST`, hasPatientReference: false, receivedAt: start,
    report: {
      happenedAt: later(-7200), discoveredAt: later(-3600), partyOrganisationId: 'sjoland', partyUnitId: 'bjorken', concernedUnitIds: ['hemsjukvard-norr'],
      legalBasis: 'hsl', category, whatHappened: 'Omläggningen blev inte gjord.', harm: 'risk',
    },
    source: { kind: 'party', registeredBy: null, principal: null, filer: { mailbox: null, language: 'sv' } },
  }, { now: start, actor: 'external', principal: null, routine: await world.reply.registers.activeRoutine(await world.reply.registers.read(), start), register: await world.reply.registers.read() });
  await world.reply.cases.commit({ case: filed, expected: null, events, outbox, access: { at: start, userId: 'external', principal: null, unitId: 'bjorken', operation: 'test', kind: 'write', caseId: id, patientKey: null } });
  await world.deliver();
  return id;
};
const accept = (id: string, category: Category = 'nursingCare', now = later(60)) => world.changeIncoming(id, now, (concerned, context) =>
  acceptDeviation(concerned, { principal: 'mas', legalBasis: 'hsl', category, harm: 'risk', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] }, context));
const investigated = async (id: string) => {
  await accept(id);
  await world.changeIncoming(id, later(70), (concerned, context) => assignIncoming(concerned, { leadInvestigatorId: 'enok', coInvestigatorIds: concerned.coInvestigatorIds }, context));
  await world.changeIncoming(id, later(80), (concerned, context) => saveInvestigation(concerned, { courseOfEvents: 'x', causes: [{ area: 'proceduresRoutines', text: 'y' }], rootCause: 'z' }, context), 'enok');
  await world.changeIncoming(id, later(90), (concerned, context) => addAction(concerned, { kind: 'systematic', text: 'Ny rutin', responsibleUserId: 'enok', due: '2026-04-01', doneAt: null }, context), 'enok');
};
const closedCase = async (): Promise<string> => {
  const id = await filedCase();
  await investigated(id);
  await world.changeIncoming(id, later(100), (concerned, context) => reportInvestigationDone(concerned, { message: '' }, context), 'enok');
  await world.changeIncoming(id, later(110), (concerned, context) => editIncomingText(concerned, { text: 'Vi beklagar.', notPersonalNumbers: [] }, context));
  await world.changeIncoming(id, later(120), confirmIncomingText);
  await world.changeIncoming(id, later(130), (concerned, context) => sendIncomingReply(concerned, { dispatch: 'link' }, context));
  await world.deliver();
  world.letters.length = 0;
  return id;
};
/** What the machine does between two waits: reads, and takes the step that is due when its wait has run out. */
const walk = async (caseId: string, execution: { readonly machine?: Machine; readonly generation: number }, from: string): Promise<readonly (readonly [ClockStep, string])[]> => {
  const walked: (readonly [ClockStep, string])[] = [];
  let now = from;
  for (let round = 0; round < 12; round += 1) {
    const { next } = await readLifecycle(world.relay, { caseId, ...execution, startedAt: from, now });
    if (next === null) break;
    now = next.at > now ? next.at : now;
    await takeClockStep(world.relay, { caseId, ...execution, step: next.step, now }, clockSteps);
    walked.push([next.step, now.slice(0, 10)]);
  }
  return walked;
};
const to = async () => {
  await world.deliver();
  return world.letters.map(({ mailId, to }) => `${mailId.split('.')[1]} → ${to}`).toSorted();
};

describe('the clock of an incoming case', () => {
  it('tells those who register, once, when nobody has', async () => {
    const id = await filedCase();
    world.letters.length = 0;
    expect(await readLifecycle(world.relay, { caseId: id, generation: 1, startedAt: start, now: start })).toMatchObject({ awaits: 'registration', next: { step: 'registrationOverdue' } });
    expect(await walk(id, { generation: 1 }, start)).toEqual([['registrationOverdue', '2026-03-09']]);
    expect(await world.loadIncoming(id)).toMatchObject({ overdue: true, version: 1 });
    expect(await to()).toEqual(['registrationOverdue → maj@ekdala.example']);
  });

  it('reminds the lead, then tells the managers and those responsible, and never touches the version', async () => {
    const id = await filedCase();
    await investigated(id);
    await world.deliver();
    world.letters.length = 0;
    const { version } = await world.loadIncoming(id);
    expect((await walk(id, { generation: 1 }, later(200))).map(([step, date]) => `${step} ${date}`)).toEqual([
      'remindBefore 2026-03-25', 'remindDue 2026-04-01', 'remindAfter 2026-04-08', 'escalate 2026-04-15',
    ]);
    expect(await world.loadIncoming(id)).toMatchObject({ overdue: true, version });
    expect(await to()).toEqual([
      'investigationEscalation → enok@ekdala.example', 'investigationEscalation → maj@ekdala.example',
      ...Array.from({ length: 3 }, () => 'investigationReminder → enok@ekdala.example'),
    ]);
  });
});

describe('the track of a dose pharmacy', () => {
  it('starts with registration, waits beside the lifecycle, reminds once, and ends by its own signal', async () => {
    const id = await filedCase('doseDispensing');
    await accept(id, 'doseDispensing');
    await world.deliver();
    expect(world.executions.get(`${id}-pharmacy-1`)).toBe('RUNNING');
    const { clockRevision } = await world.loadIncoming(id);
    const wait = { caseId: id, generation: 1, clockRevision, until: later(9 * day), retryCount: 0, now: later(61) };
    expect(await registerWait(world.relay, { ...wait, awaits: 'investigation', token: 'lifecycle' })).toEqual({ outcome: 'registered' });
    expect(await registerWait(world.relay, { ...wait, machine: 'dose-pharmacy', awaits: 'pharmacyNotification', token: 'track' })).toEqual({ outcome: 'registered' });
    expect((await world.reply.cases.load(id))?.waits?.waitsFor).toBe('investigation');
    world.letters.length = 0;
    expect(await walk(id, { machine: 'dose-pharmacy', generation: 1 }, later(61))).toEqual([['pharmacyOverdue', '2026-03-04']]);
    expect(await to()).toEqual(['pharmacyReminder → maj@ekdala.example']);
    expect((await world.loadIncoming(id)).overdue).toBe(false);
    await world.changeIncoming(id, later(5 * day), (concerned, context) => recordPharmacyNotification(concerned, { reference: 'DOS-1', reason: '' }, context));
    await world.deliver();
    expect(world.completed).toEqual(['track']);
    expect((await world.relay.waits.find(id))?.token).toBe('lifecycle');
    expect(await readLifecycle(world.relay, { caseId: id, machine: 'dose-pharmacy', generation: 1, startedAt: start, now: later(5 * day) })).toMatchObject({ awaits: 'nothing' });
    // A wait that comes after the command completes itself.
    expect(await registerWait(world.relay, { ...wait, machine: 'dose-pharmacy', awaits: 'pharmacyNotification', token: 'late' })).toEqual({ outcome: 'moved-on' });
    expect(world.completed).toEqual(['track', 'late']);
  });
});

describe('the review of effect', () => {
  const review = { machine: 'effect-review', generation: 1 } as const;
  it('starts with closing, asks after ninety days, reminds, and escalates', async () => {
    const id = await closedCase();
    expect(world.executions.get(`${id}-effect-1`)).toBe('RUNNING');
    expect(await walk(id, review, later(140))).toEqual([['effectReviewDue', '2026-05-31'], ['effectReviewOverdue', '2026-06-07'], ['effectReviewEscalate', '2026-06-21']]);
    expect(await to()).toEqual([
      'effectReviewDue → enok@ekdala.example', 'effectReviewDue → maj@ekdala.example', 'effectReviewEscalation → enok@ekdala.example', 'effectReviewEscalation → maj@ekdala.example',
      'effectReviewReminder → enok@ekdala.example', 'effectReviewReminder → maj@ekdala.example',
    ]);
    expect((await world.loadIncoming(id)).status).toBe('closed');
  });

  it('sends only the newest reminder after an outage', async () => {
    const id = await closedCase();
    const now = later(100 * day);
    const { next } = await readLifecycle(world.relay, { caseId: id, ...review, startedAt: later(140), now });
    expect(next?.step).toBe('effectReviewOverdue');
    await takeClockStep(world.relay, { caseId: id, ...review, step: 'effectReviewOverdue', now }, clockSteps);
    expect(Object.keys((await world.loadIncoming(id)).steps).toSorted()).toEqual(['effectReviewDue', 'effectReviewOverdue']);
    expect((await to()).filter((mail) => mail.startsWith('effectReviewDue'))).toEqual([]);
  });

  it('without the wanted result makes a new action and a second review, which asks anew', async () => {
    const id = await closedCase();
    await walk(id, review, later(140));
    const now = later(120 * day);
    await world.changeIncoming(id, now, (concerned, context) => recordEffectReview(concerned, { wantedResult: false, note: '', action: { text: 'Ny utbildning', responsibleUserId: 'rut', due: '2026-08-01' } }, context), 'enok');
    await world.deliver();
    expect(world.executions.get(`${id}-effect-2`)).toBe('RUNNING');
    expect(await readLifecycle(world.relay, { caseId: id, ...review, startedAt: start, now })).toMatchObject({ awaits: 'nothing' });
    world.letters.length = 0;
    expect((await walk(id, { machine: 'effect-review', generation: 2 }, now)).map(([step]) => step)).toEqual(['effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalate']);
    expect((await to()).filter((mail) => mail.startsWith('effectReviewDue'))).toHaveLength(2);
  });

  it('lets its execution end before a year has passed, whatever nobody has answered', async () => {
    const id = await closedCase();
    expect(await readLifecycle(world.relay, { caseId: id, ...review, startedAt: start, now: later(341 * day) })).toMatchObject({ awaits: 'nothing' });
  });
});

describe('a track whose execution is lost or stopped', () => {
  it('is started again by the sweep, on an open case and on a closed one', async () => {
    const open = await filedCase('doseDispensing');
    await accept(open, 'doseDispensing');
    await world.deliver();
    const closed = await closedCase();
    world.executions.delete(`${open}-pharmacy-1`);
    world.executions.delete(`${closed}-effect-1`);
    const before = world.executions.size;
    await sweepOutbox(world.relay, later(2 * day));
    expect([world.executions.get(`${open}-pharmacy-1`), world.executions.get(`${closed}-effect-1`)]).toEqual(['RUNNING', 'RUNNING']);
    expect(world.executions.size).toBe(before + 2);
    expect(world.executions.has(`${closed}-2`)).toBe(false);
  });

  it('is told of to the administrators, and leaves the case unflagged', async () => {
    const id = await closedCase();
    const stopped = { executionName: `${id}-effect-1`, status: 'FAILED', at: later(day) } as const;
    expect(await markStopped(world.relay, stopped), 'a notice older than the redrive').toBe('ignored');
    world.executions.set(`${id}-effect-1`, 'FAILED');
    expect(await markStopped(world.relay, stopped)).toBe('marked');
    expect(await markStopped(world.relay, stopped), 'told of before').toBe('ignored');
    expect(await to()).toEqual(['stopped → sixten@ekdala.example']);
    expect(await world.loadIncoming(id)).toMatchObject({ stopped: false });
    expect((await world.story(id)).filter(({ type }) => type === 'lifecycleStopped')).toMatchObject([{ detail: { machine: 'effect-review', generation: 1 } }]);
    expect(await markStopped(world.relay, { ...stopped, executionName: `${id}-effect-7` })).toBe('ignored');
    expect(await markStopped(world.relay, { ...stopped, executionName: `${id}-pharmacy-1` })).toBe('ignored');
  });

  it('is stopped and goes on again by command, though its case has ended', async () => {
    const id = await closedCase();
    const executionId = `${id}-effect-1`;
    const ports = { ...staffPorts(), executions: world.relay.executions };
    const request = async (key: string, userId = 'sixten') => ({
      caller: { userId, now: later(day), correlationId: 't' }, executionId, idempotency: { key, bodyHash: key },
      body: { version: (await world.loadIncoming(id)).version, reason: 'Prov.' },
    });
    await expect(redriveExecution(ports, await request('early'))).rejects.toMatchObject({ code: 'execution-running' });
    await expect(stopExecution(ports, await request('other', 'maj'))).rejects.toMatchObject({ code: 'not-allowed' });
    await stopExecution(ports, await request('stop'));
    await world.deliver();
    expect(world.executions.get(executionId)).toBe('ABORTED');
    expect(await world.loadIncoming(id)).toMatchObject({ stopped: false, status: 'closed' });
    await redriveExecution(ports, await request('redrive'));
    await world.deliver();
    expect(world.executions.get(executionId)).toBe('RUNNING');
    expect((await world.story(id)).filter(({ type }) => type.startsWith('lifecycle'))).toMatchObject([
      { type: 'lifecycleStopped', detail: { machine: 'effect-review', generation: 1, reason: 'Prov.' } }, { type: 'lifecycleRedriven', detail: { machine: 'effect-review', generation: 1 } },
    ]);
    const looked: AccessEntry[] = [];
    const accessLog = { record: async (entry: AccessEntry) => void looked.push(entry), recordAll: async (entries: readonly AccessEntry[]) => void looked.push(...entries) };
    const view = await readExecution({ ...ports, accessLog, waits: world.relay.waits }, { caller: { userId: 'sixten', now: later(day), correlationId: 't' }, executionId });
    expect(view).toMatchObject({ machine: 'effect-review', status: 'RUNNING', mendings: ['stop-execution'], mayReadCase: false, generations: [{ id: executionId }] });
    expect(looked).toMatchObject([{ userId: 'sixten', operation: 'read-execution', kind: 'read', caseId: id }]);
  });

  it('has a lifecycle beside it that is stopped by the machine of its direction', async () => {
    const id = await filedCase();
    const executionId = `${id}-1`;
    const asked: (readonly [string, string])[] = [];
    const executions = { ...world.relay.executions, stop: async (machine: Machine, name: string) => (asked.push([machine, name]), world.relay.executions.stop(machine, name)) };
    await stopExecution({ ...staffPorts(), executions }, {
      caller: { userId: 'sixten', now: later(50), correlationId: 't' }, executionId, idempotency: { key: 'k', bodyHash: 'k' }, body: { version: (await world.loadIncoming(id)).version, reason: 'Prov.' },
    });
    for (const row of await world.relay.outbox.pending(later(100_000), 100)) await deliverRow({ ...world.relay, executions }, row, row.at, 'stream');
    expect(asked).toEqual([['incoming-deviation', executionId]]);
    expect(await world.loadIncoming(id)).toMatchObject({ stopped: true });
  });
});
