import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acknowledge } from '../../../functions/domain/commands/replying.ts';
import { readLifecycle } from '../../../functions/use-cases/read-lifecycle.ts';
import { registerWait } from '../../../functions/use-cases/register-wait.ts';
import { startNextGeneration } from '../../../functions/use-cases/start-next-generation.ts';
import { takeClockStep } from '../../../functions/use-cases/take-clock-step.ts';
import { clockSteps, type ClockStep } from '../../../functions/domain/vocabulary.ts';
import { later, startEdgeWorld, day, start, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(() => { world.letters.length = 0; world.completed.length = 0; });
const acknowledged = (caseId: string) => world.change(caseId, later(day), (concerned, context) => {
  const outcome = acknowledge(concerned, context);
  if (outcome === null) throw new Error('was acknowledged');
  return outcome;
}, 'external');
const take = (caseId: string, step: ClockStep, now: string, generation = 1) => takeClockStep(world.relay, { caseId, generation, step, now }, clockSteps);
const to = () => world.letters.map(({ mailId, to }) => `${mailId.split('.')[1]} → ${to}`).toSorted();

describe('the steps of time', () => {
  it('walk a case that nobody answers from not acknowledged to the link that dies, without touching its version', async () => {
    const sent = await world.sentCase();
    world.letters.length = 0;
    const walked: string[] = [];
    let now = later(1);
    for (let round = 0; round < 20; round += 1) {
      const reading = await readLifecycle(world.relay, { caseId: sent.id, generation: 1, startedAt: start, now });
      if (reading.next === null) break;
      now = reading.next.at;
      expect(await take(sent.id, reading.next.step, now)).toEqual({ taken: true });
      // A task that Lambda repeats writes nothing more.
      expect(await take(sent.id, reading.next.step, now)).toEqual({ taken: false });
      walked.push(reading.next.step);
      await world.deliver();
    }
    expect(walked).toEqual(['notAcknowledged', 'remindBefore', 'remindDue', 'remindAfter', 'escalate', 'expireLink']);
    expect(to()).toEqual([
      'escalation → chef.norrvik-34@norrvik.example', 'escalation → enok@ekdala.example', 'escalation → maj@ekdala.example',
      'notAcknowledged → maj@ekdala.example',
      'reminder → norrvik-34@norrvik.example', 'reminder → norrvik-34@norrvik.example', 'reminder → norrvik-34@norrvik.example', 'reminder → norrvik-34@norrvik.example',
    ]);
    const after = await world.load(sent.id);
    expect(after).toMatchObject({ version: sent.version, clockRevision: sent.clockRevision, overdue: true });
    expect(Object.keys(after.steps).toSorted()).toEqual(walked.toSorted());
    const reminders = world.letters.filter(({ mailId }) => mailId.includes('.reminder.')).map(({ subject, text }) => [subject.includes('inte öppnad'), text.includes('/reply#')]);
    expect(reminders).toEqual([[true, true], [false, true], [false, true], [false, true]]);
  });

  it('after an outage send the newest reminder only', async () => {
    const sent = await world.sentCase();
    await acknowledged(sent.id);
    await world.deliver();
    world.letters.length = 0;
    const now = later(38 * day);
    const reading = await readLifecycle(world.relay, { caseId: sent.id, generation: 1, startedAt: start, now });
    expect(reading).toMatchObject({ awaits: 'reply', next: { step: 'remindAfter' } });
    expect(await take(sent.id, 'remindAfter', now)).toEqual({ taken: true });
    await world.deliver();
    expect(to()).toEqual(['reminder → norrvik-34@norrvik.example']);
    expect((await world.load(sent.id)).steps).toMatchObject({ remindBefore: now, remindDue: now, remindAfter: now });
  });

  it('do nothing to a case that has moved on, or for an execution that was left behind', async () => {
    const sent = await world.sentCase();
    await acknowledged(sent.id);
    expect(await take(sent.id, 'notAcknowledged', later(20 * day))).toEqual({ taken: false });
    expect(await take(sent.id, 'remindBefore', later(25 * day), 9)).toEqual({ taken: false });
    expect(await take(sent.id, 'remindBefore', later(2 * day))).toEqual({ taken: false });
    await expect(takeClockStep(world.relay, { caseId: sent.id, generation: 1, step: 'escalate', now: start }, ['expireLink'])).rejects.toThrow('does not belong');
  });

  it('flag a case that is not handled in time', async () => {
    const { id, handleBy } = await world.reportedCase();
    expect(await take(id, 'handlingOverdue', handleBy)).toEqual({ taken: true });
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ overdue: true });
    expect(to()).toContain('handlingOverdue → maj@ekdala.example');
  });
});

describe('waits', () => {
  it('register, or complete at once when the case has moved on', async () => {
    const sent = await world.sentCase();
    const wait = { caseId: sent.id, generation: 1, awaits: 'acknowledgement', clockRevision: sent.clockRevision, until: later(7 * day), token: 'first', retryCount: 0, now: later(1) };
    expect(await registerWait(world.relay, wait)).toEqual({ outcome: 'registered' });
    expect(await registerWait(world.relay, { ...wait, token: 'retried', retryCount: 1 })).toEqual({ outcome: 'registered' });
    expect(await registerWait(world.relay, wait)).toEqual({ outcome: 'outnumbered' });
    expect((await world.relay.waits.find(sent.id))?.token).toBe('retried');
    await acknowledged(sent.id);
    expect(await registerWait(world.relay, { ...wait, token: 'late', now: later(2 * day) })).toEqual({ outcome: 'moved-on' });
    expect(world.completed).toEqual(['late']);
  });
});

describe('the next generation', () => {
  it('takes over once', async () => {
    const sent = await world.sentCase();
    const task = { caseId: sent.id, generation: 1, now: later(300 * day) };
    expect(await readLifecycle(world.relay, { ...task, startedAt: start })).toMatchObject({ awaits: 'nextGeneration' });
    expect(await startNextGeneration(world.relay, task)).toEqual({ generation: 2 });
    expect(await startNextGeneration(world.relay, task)).toEqual({ generation: 2 });
    await world.deliver();
    expect(world.executions.get(`${sent.id}-2`)).toBe('RUNNING');
    expect(await readLifecycle(world.relay, { ...task, startedAt: start })).toMatchObject({ awaits: 'nothing' });
  });
});
