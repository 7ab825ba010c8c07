import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerSteps, at, day, LifecycleRig, start } from './lifecycle-rig.ts';

let rig: LifecycleRig;
beforeEach(async () => {
  rig = new LifecycleRig('incoming-deviation');
  await rig.begin();
});
afterEach(() => rig.dispose());

const taken = () => rig.case.taken.map(({ task, step, at: when }) => [task, step, when]);

describe('an incoming deviation', () => {
  it('is registered, investigated, reported done and answered, and the clock does nothing by itself', async () => {
    await rig.advanceTo(1);
    await rig.command('investigation', answerSteps);
    await rig.advanceTo(9);
    await rig.command('answer', answerSteps);
    await rig.advanceTo(10);
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(taken()).toEqual([]);
    expect(await rig.path()).toEqual([
      'Read case', 'What is awaited?', 'Await registration',
      'Read case', 'What is awaited?', 'Await investigation',
      'Read case', 'What is awaited?', 'Await reply',
      'Read case', 'What is awaited?', 'Case ended',
    ]);
  });

  it('tells those who register, once, that nobody has', async () => {
    await rig.advanceTo(12);
    expect(taken()).toEqual([['report-registration-overdue', 'registrationOverdue', at(7)]]);
    expect(await rig.status()).toBe('RUNNING');
  });

  it('goes up the whole ladder while nobody answers, through a question to whoever filed', async () => {
    await rig.command('investigation', answerSteps);
    await rig.advanceTo(25);
    await rig.command('information', answerSteps);
    await rig.advanceTo(33);
    await rig.command('investigation', answerSteps);
    await rig.advanceTo(60);
    expect(taken()).toEqual([
      ['remind-investigators', 'remindBefore', at(23)],
      ['remind-investigators', 'remindDue', at(30)],
      ['remind-investigators', 'remindAfter', at(37)],
      ['escalate-to-managers', 'escalate', at(44)],
    ]);
    expect((await rig.path()).filter((name) => name.startsWith('Await'))).toContain('Await information');
    expect(await rig.status()).toBe('RUNNING');
  });

  it('ends when the report is rejected before it was registered', async () => {
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(rig.service.nextDue()).toBeUndefined();
  });

  it('reads again at once when the case has moved on between reading and waiting', async () => {
    rig.between = () => rig.case.move('answer', answerSteps);
    await rig.command('investigation', answerSteps);
    expect((await rig.path()).slice(-6)).toEqual(['Read case', 'What is awaited?', 'Await investigation', 'Read case', 'What is awaited?', 'Await reply']);
  });

  it('hands over to the next generation before the limits of Step Functions', async () => {
    await rig.command('answer', []);
    await rig.advanceTo(301);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(rig.case.handedOver).toEqual([2]);
  });

  it('fails on a turn that only another machine knows, and goes on when it is redriven', async () => {
    await rig.command('acknowledgement', []);
    expect(await rig.describe()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
    rig.case.move('investigation', answerSteps);
    await rig.call('RedriveExecution', { executionArn: (await rig.describe())['executionArn'] });
    await rig.service.idle();
    expect(await rig.status()).toBe('FAILED');
  });

  it('puts its wait with the seconds that are left, and hands on identifiers only', async () => {
    await rig.command('investigation', answerSteps);
    expect(rig.case.wait?.until).toBe(at(23));
    expect(rig.service.nextDue()).toBe(start + 23 * day);
    for (const { payload } of rig.invoked) expect(payload).toMatchObject({ caseId: 'case-1', generation: 1, now: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
    expect(rig.invoked.some(({ payload }) => 'machine' in payload)).toBe(false);
  });
});
