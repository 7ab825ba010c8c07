import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renewLink } from '../../../functions/domain/commands/sending.ts';
import { restartTrack } from '../../../functions/domain/commands/mending.ts';
import { assessHarm } from '../../../functions/domain/harm/assessment.ts';
import type { Executions, SweepPorts } from '../../../functions/use-cases/ports-relay.ts';
import { close } from '../../../functions/domain/commands/ending.ts';
import { deliverBatch } from '../../../functions/use-cases/deliver-batch.ts';
import { mailTag } from '../../../functions/mail/mail-mark.ts';
import { deliverOutbox } from '../../../functions/use-cases/deliver-outbox.ts';
import { markStopped } from '../../../functions/use-cases/mark-stopped.ts';
import { recordNotice } from '../../../functions/use-cases/record-bounce.ts';
import { sweepOutbox } from '../../../functions/use-cases/sweep-outbox.ts';
import { mailEntry, type OutboxRow } from '../../../functions/domain/outbox.ts';
import { Throttled } from '../../../functions/domain/errors.ts';
import { later, startEdgeWorld, day, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(async () => {
  await world.deliver();
  world.letters.length = 0;
  world.mailFaults.length = 0;
  world.completed.length = 0;
});
const pending = (): Promise<readonly OutboxRow[]> => world.relay.outbox.pending('9999', 100);
const types = async (caseId: string) => (await world.story(caseId)).map(({ type }) => type);

describe('the outbox', () => {
  it('starts the execution, mails the receipt, and forgets what is delivered', async () => {
    const { id } = await world.reportedCase();
    const rows = await pending();
    const keys = rows.map((row) => ({ caseId: row.caseId, id: row.id }));
    expect(await deliverOutbox(world.relay, keys)).toEqual([]);
    expect(world.executions.get(`${id}-1`)).toBe('RUNNING');
    expect(world.letters.map(({ to }) => to)).toContain('siri@ekdala.example');
    expect(await pending()).toEqual([]);
    // The stream repeats a batch: nothing happens twice.
    const letters = world.letters.length;
    expect(await deliverOutbox(world.relay, keys)).toEqual([]);
    expect(world.letters).toHaveLength(letters);
  });

  it('finds a code run out when it catches up, since newer rows come with it', async () => {
    const { id } = await world.sentCase();
    await world.deliver();
    world.letters.length = 0;
    const code = (occasion: string) => mailEntry({ caseId: id, mail: 'code', recipient: { kind: 'unit', unitId: 'norrvik-34', mailbox: 'function' }, occasion, linkEpoch: 1, data: { code: '123456', expiresAt: later(occasion === 'old' ? 600 : 1500) } });
    for (const [seconds, occasion] of [[10, 'old'], [900, 'new']] as const) await world.relay.cases.record({ caseId: id, at: later(seconds), expected: {}, events: [], outbox: [code(occasion)] });
    await deliverOutbox(world.relay, await pending());
    expect(world.letters.map(({ mailId }) => mailId)).toEqual([code('new').mailId]);
    expect(await world.relay.ledger.find(id, code('old').mailId)).toMatchObject({ status: 'dropped', reason: 'expired' });
  });

  it('completes the registered wait, and forgets it', async () => {
    const sent = await world.sentCase();
    await world.relay.waits.register({ caseId: sent.id, generation: 1, awaits: 'acknowledgement', clockRevision: sent.clockRevision, token: 'token-1', retryCount: 0, since: later(1), until: later(day) });
    await world.change(sent.id, later(2), renewLink);
    await world.deliver();
    expect(world.completed).toEqual(['token-1']);
    expect(await world.relay.waits.find(sent.id)).toBeUndefined();
  });

  it('names the records that are worth another try, and lets a poisoned row block nobody', async () => {
    const { id } = await world.reportedCase();
    await world.reportedCase();
    const rows = await pending();
    const record = (row: Pick<OutboxRow, 'caseId' | 'id'>) => ({ dynamodb: { SequenceNumber: `${row.caseId}/${row.id}`, Keys: { pk: { S: `CASE#${row.caseId}` }, sk: { S: `OUTBOX#${row.id}` } } } });
    const mails = rows.filter(({ entry }) => entry.kind === 'mail');
    world.mailFaults.push(new Throttled(), new Error('poison'));
    const first = await deliverBatch(world.relay, { Records: rows.map(record) });
    // Cases go beside each other: which of the two mails meets which fault is not said.
    expect(first.batchItemFailures).toHaveLength(1);
    expect(mails.map(({ caseId, id: row }) => ({ itemIdentifier: `${caseId}/${row}` }))).toContainEqual(first.batchItemFailures[0]);
    expect(world.executions.get(`${id}-1`)).toBe('RUNNING');
    expect(await deliverBatch(world.relay, { Records: [record({ caseId: 'gone', id: 'gone' })] })).toEqual({ batchItemFailures: [] });
  });
});

describe('the sweep', () => {
  it('delivers what is older than half a minute', async () => {
    const { id } = await world.reportedCase(later(0));
    await sweepOutbox(world.relay, later(20));
    expect(world.executions.has(`${id}-1`)).toBe(false);
    expect(await sweepOutbox(world.relay, later(31))).toMatchObject({ failed: 0 });
    expect(world.executions.get(`${id}-1`)).toBe('RUNNING');
    expect(world.letters.length).toBeGreaterThan(0);
  });

  it('gives every open case a running execution again', async () => {
    const lost = await world.sentCase();
    const ended = await world.sentCase();
    const failed = await world.sentCase();
    const closed = await world.sentCase();
    await world.change(closed.id, later(1), (concerned, context) => close(concerned, { note: 'Löst per telefon.' }, context));
    await world.deliver();
    for (const { id } of [lost, closed]) world.executions.delete(`${id}-1`);
    world.executions.set(`${ended.id}-1`, 'SUCCEEDED').set(`${failed.id}-1`, 'FAILED');
    const { healed } = await sweepOutbox(world.relay, later(120));
    expect(healed).toBe(3);
    await world.deliver();
    expect(world.executions.get(`${lost.id}-1`)).toBe('RUNNING');
    expect(world.executions.get(`${ended.id}-2`)).toBe('RUNNING');
    expect((await world.load(ended.id)).generation).toBe(2);
    expect((await world.load(failed.id)).stopped).toBe(true);
    expect(world.executions.has(`${closed.id}-1`)).toBe(false);
    expect((await sweepOutbox(world.relay, later(180))).healed).toBe(0);
  });
});

describe('a track', () => {
  const found = { harm: 'noHarm', seriousRisk: true, consequence: 2, probability: 2, nccMerp: null, note: '' } as const;
  const serious = async (): Promise<string> => {
    const { id } = await world.reportedCase(later(0));
    await world.change(id, later(1), (concerned, context) => assessHarm(concerned, found, context));
    await world.deliver();
    return id;
  };
  const run = async (id: string) => (await world.load(id)).trackRuns['harm-decision-1'];
  /** Step Functions as somebody else left it. */
  const meeting = (change: Partial<Executions>): SweepPorts => ({ ...world.relay, executions: { ...world.relay.executions, ...change } });

  it('starts where it is lost, and begins another run where it ended by itself', async () => {
    const [lost, ended] = [await serious(), await serious()];
    world.executions.delete(`${lost}-harm-1`);
    world.executions.set(`${ended}-harm-1`, 'SUCCEEDED');
    expect((await sweepOutbox(world.relay, later(120))).healed).toBe(2);
    await world.deliver();
    expect(world.executions.get(`${lost}-harm-1`)).toBe('RUNNING');
    expect(await run(lost)).toBe(1);
    expect(world.executions.get(`${ended}-harm-1-r2`)).toBe('RUNNING');
    expect(await run(ended)).toBe(2);
    expect((await sweepOutbox(world.relay, later(180))).healed).toBe(0);
  });

  it('that waits with a token nobody knows is replaced, and stopped', async () => {
    const id = await serious();
    const restored = meeting({ history: async (_machine, name) => (name === `${id}-harm-1` ? { events: [{ type: 'TaskSubmitted', at: later(2), state: 'Await harm decision' } as never], cursor: null } : undefined) });
    expect((await sweepOutbox(restored, later(120))).healed).toBe(1);
    await world.deliver();
    expect(world.executions.get(`${id}-harm-1`)).toBe('ABORTED');
    expect(world.executions.get(`${id}-harm-1-r2`)).toBe('RUNNING');
    expect((await world.load(id)).generation).toBe(1);
    expect((await sweepOutbox(restored, later(180))).healed).toBe(0);
    // The notice of the run that was left behind is nobody's worry.
    expect(await markStopped(world.relay, { executionName: `${id}-harm-1`, status: 'ABORTED', at: later(121) })).toBe('ignored');
  });

  it.each([
    ['runs out in this moment', 110, 0], ['runs out before the next sweep, with a sweep that came late', 400, 0],
    ['ran out long ago', 80, 1], ['runs out much later, and nobody waits with it', 4000, 1],
  ])('whose wait %s is replaced or left alone', async (_when, until, replaced) => {
    const id = await serious();
    const { clockRevision } = await world.load(id);
    await world.relay.waits.register({ caseId: id, machine: 'harm-decision', generation: 1, awaits: 'harmDecision', clockRevision, token: 'gone', retryCount: 0, since: later(2), until: later(until) });
    const waiting = meeting({
      isAwaited: async () => false,
      history: async (_machine, name) => (name === `${id}-harm-1` ? { events: [{ type: 'TaskSubmitted', at: later(2), state: 'Await harm decision' } as never], cursor: null } : undefined),
    });
    expect((await sweepOutbox(waiting, later(120))).healed).toBe(replaced);
    expect(await run(id)).toBe(1 + replaced);
  });

  it('begins again where its executions are older than its case, without the run before', async () => {
    const id = await serious();
    world.executions.set(`${id}-harm-1`, 'FAILED');
    await world.change(id, later(1), (concerned, context) => restartTrack(concerned, { reason: 'Provar.', track: { machine: 'harm-decision', number: 1 } }, context));
    await world.deliver();
    world.executions.delete(`${id}-harm-1-r2`);
    world.executions.set(`${id}-harm-1`, 'RUNNING');
    expect((await sweepOutbox(world.relay, later(120))).healed).toBe(1);
    expect([world.executions.get(`${id}-harm-1`), world.executions.get(`${id}-harm-1-r2`)]).toEqual(['ABORTED', 'RUNNING']);
  });

  it('that stopped is told of once, by its notice or by the sweep, and again when it stops again', async () => {
    const id = await serious();
    world.letters.length = 0;
    const stoppedAt = (seconds: number) => meeting({ describe: async (_machine, name) => (name === `${id}-harm-1`
      ? { status: 'FAILED', stateMachine: 'harm-decision', startedAt: later(0), stoppedAt: later(seconds).replace('000Z', '700Z'), error: 'Fault', input: '{}' } : world.relay.executions.describe(_machine, name)) });
    const told = async () => {
      await world.deliver();
      return world.letters.filter(({ mailId }) => mailId.includes('.stopped.')).length;
    };
    expect((await sweepOutbox(stoppedAt(100), later(400))).healed).toBe(1);
    expect(await told()).toBe(1);
    expect((await sweepOutbox(stoppedAt(100), later(700))).healed).toBe(0);
    expect(await markStopped(stoppedAt(100), { executionName: `${id}-harm-1`, status: 'FAILED', at: later(100) })).toBe('ignored');
    // Redriven, and stopped again: this time the notice comes, and comes twice.
    for (const outcome of ['marked', 'ignored']) expect(await markStopped(stoppedAt(800), { executionName: `${id}-harm-1`, status: 'FAILED', at: later(800) })).toBe(outcome);
    expect((await sweepOutbox(stoppedAt(800), later(1000))).healed).toBe(0);
    expect(await told()).toBe(2);
    expect(await world.load(id)).toMatchObject({ stopped: false });
    // By hand it goes on as another run.
    await world.change(id, later(1100), (concerned, context) => restartTrack(concerned, { reason: 'Provar.', track: { machine: 'harm-decision', number: 1 } }, context));
    await world.deliver();
    expect(world.executions.get(`${id}-harm-1-r2`)).toBe('RUNNING');
  });
});

describe('a stopped execution', () => {
  it('flags the case and tells the system administrators once', async () => {
    const { id, version } = await world.sentCase();
    const stopped = { executionName: `${id}-1`, status: 'FAILED', at: later(10) } as const;
    await world.deliver();
    expect(await markStopped(world.relay, stopped), 'a notice older than the redrive').toBe('ignored');
    world.executions.set(`${id}-1`, 'FAILED');
    expect(await markStopped(world.relay, stopped)).toBe('marked');
    expect(await markStopped(world.relay, stopped)).toBe('ignored');
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ stopped: true, version });
    const letters = world.letters.filter(({ mailId }) => mailId.includes('.stopped.'));
    expect(letters.map(({ to }) => to)).toEqual(['sixten@ekdala.example']);
    expect(letters[0]?.text).toContain(`/console/${id}-1`);
    expect(await types(id)).toContain('lifecycleStopped');
  });

  it.each(['unknown-1', 'nonsense', 'case1-7'])('of the name %s is passed over', async (executionName) => {
    expect(await markStopped(world.relay, { executionName, status: 'FAILED', at: later(10) })).toBe('ignored');
  });
});

describe('a bounce', () => {
  const notice = (caseId: string, more: object = {}, linkEpoch: string[] | null = ['1']) => ({
    eventType: 'Bounce', mail: { timestamp: later(5), tags: { caseId: [caseId], mailId: [mailTag(`${caseId}.request.norrvik-34-function.e1`)], ...(linkEpoch && { linkEpoch }) } },
    bounce: { bounceType: 'Permanent', timestamp: later(6) }, ...more,
  });
  it('is put on the case and told to the handler, once', async () => {
    const { id } = await world.sentCase();
    expect(await recordNotice(world.relay, notice(id))).toBe('recorded');
    expect(await recordNotice(world.relay, notice(id))).toBe('ignored');
    await world.deliver();
    expect((await world.load(id)).request).toMatchObject({ bouncedAt: later(6) });
    expect(world.letters.filter(({ mailId }) => mailId.includes('.bounced.')).map(({ to }) => to)).toEqual(['maj@ekdala.example']);
    expect((await types(id)).filter((type) => type === 'mailBounced')).toHaveLength(1);
  });
  it('that is passing, of another link, or of a mail without one, changes nothing', async () => {
    const { id } = await world.sentCase();
    for (const passed of [notice(id, { bounce: { bounceType: 'Transient' } }), notice(id, { eventType: 'Delivery' }), notice(id, {}, ['4']), notice(id, {}, null), notice('unknown')]) {
      expect(await recordNotice(world.relay, passed)).toBe('ignored');
    }
    expect(await types(id)).not.toContain('mailBounced');
  });
});
