import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstHourPorts } from '../../../functions/adapters/first-hour-ports.ts';
import type { FirstHour } from '../../../functions/contracts/first-hour.ts';
import { readFirstHour } from '../../../functions/use-cases/read-first-hour.ts';
import { recordFirstHour } from '../../../functions/use-cases/record-first-hour.ts';
import { sendTestMail } from '../../../functions/use-cases/send-test-mail.ts';
import { startEdgeWorld, start, type EdgeWorld } from '../edge-world.ts';

describe('the first hour', () => {
  let world: EdgeWorld;
  beforeAll(async () => {
    world = await startEdgeWorld();
  });
  afterAll(() => world.stop());
  const caller = { userId: 'sixten', now: start, correlationId: 'c' };
  const asked = (key: string) => ({ caller, idempotency: { key, bodyHash: key }, body: {} });
  const stateOf = ({ steps }: FirstHour, name: string) => steps.find(({ step }) => step === name)?.state;

  it('sends one mail to oneself for one command, and sees that it went', async () => {
    expect(stateOf(await readFirstHour(firstHourPorts(), { caller }), 'mail')).toBe('todo');
    expect(stateOf(await sendTestMail(firstHourPorts(), asked('one')), 'mail')).toBe('waiting');
    await sendTestMail(firstHourPorts(), asked('one'));
    const before = world.letters.length;
    await world.deliver();
    await sendTestMail(firstHourPorts(), asked('one'));
    await world.deliver();
    expect(world.letters.slice(before).map(({ to, subject }) => [to, subject])).toEqual([['sixten@ekdala.example', 'Provmeddelande']]);
    const view = await readFirstHour(firstHourPorts(), { caller });
    expect([stateOf(view, 'mail'), view.testMail?.fate, view.mailbox]).toEqual(['done', 'sent', 's…@ekdala.example']);
  });

  it('remembers which version was approved, and by whom', async () => {
    const { routine } = await readFirstHour(firstHourPorts(), { caller });
    await expect(recordFirstHour(firstHourPorts(), { ...asked('two'), body: { what: 'approve-routine', id: routine.id, version: routine.version + 1 } })).rejects.toMatchObject({ code: 'not-found' });
    const view = await recordFirstHour(firstHourPorts(), { ...asked('three'), body: { what: 'approve-routine', id: routine.id, version: routine.version } });
    expect([stateOf(view, 'routine'), view.routine.approvedBy]).toEqual(['done', 'Sixten Systemansvarig']);
    expect(stateOf(await recordFirstHour(firstHourPorts(), { ...asked('four'), body: { what: 'skip-test-case' } }), 'case')).toBe('skipped');
    await expect(readFirstHour(firstHourPorts(), { caller: { ...caller, userId: 'maj' } })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
