import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgedSteps, at, day, LifecycleRig, sentSteps, start } from './lifecycle-rig.ts';

let rig: LifecycleRig;
beforeEach(async () => {
  rig = new LifecycleRig('outgoing-deviation');
  await rig.begin();
});
afterEach(() => rig.dispose());

const taken = () => rig.case.taken.map(({ task, step, at: when }) => [task, step, when]);

describe('an outgoing deviation', () => {
  it('is sent, acknowledged, answered and closed, and the clock does nothing by itself', async () => {
    await rig.advanceTo(1);
    await rig.command('acknowledgement', sentSteps);
    await rig.advanceTo(2);
    await rig.command('reply', acknowledgedSteps);
    await rig.advanceTo(12);
    await rig.command('closing', []);
    await rig.advanceTo(14);
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(taken()).toEqual([]);
    expect(await rig.path()).toEqual([
      'Read case', 'What is awaited?', 'Await sending',
      'Read case', 'What is awaited?', 'Await acknowledgement',
      'Read case', 'What is awaited?', 'Await reply',
      'Read case', 'What is awaited?', 'Await closing',
      'Read case', 'What is awaited?', 'Case ended',
    ]);
    expect(rig.changes.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
  });

  it('tells the handler that it has not been sent in time, once', async () => {
    await rig.advanceTo(10);
    expect(taken()).toEqual([['report-handling-overdue', 'handlingOverdue', at(3)]]);
    expect(await rig.status()).toBe('RUNNING');
  });

  it('goes up the whole ladder while nobody answers', async () => {
    await rig.command('acknowledgement', sentSteps);
    await rig.advanceTo(70);
    expect(taken()).toEqual([
      ['report-not-acknowledged', 'notAcknowledged', at(7)],
      ['remind-unit', 'remindBefore', at(23)],
      ['remind-unit', 'remindDue', at(30)],
      ['remind-unit', 'remindAfter', at(37)],
      ['escalate-to-managers', 'escalate', at(44)],
      ['expire-link', 'expireLink', at(60)],
    ]);
    expect((await rig.path()).filter((name) => name.startsWith('Re') && name !== 'Read case')).toEqual(['Report not acknowledged', 'Remind before due', 'Remind on due day', 'Remind after due']);
    expect(await rig.status()).toBe('RUNNING');
  });

  it('goes on waiting for the reply after each step, and hears it at once', async () => {
    await rig.command('reply', acknowledgedSteps);
    await rig.advanceTo(31);
    expect(taken()).toHaveLength(2);
    await rig.command('closing', []);
    await rig.advanceTo(50);
    expect(taken()).toHaveLength(2);
    expect((await rig.path()).at(-1)).toBe('Await closing');
  });

  it('lets the clock run on when a reply is returned', async () => {
    await rig.command('reply', acknowledgedSteps);
    await rig.advanceTo(12);
    await rig.command('closing', []);
    await rig.advanceTo(13);
    await rig.command('reply', acknowledgedSteps);
    await rig.advanceTo(31);
    expect(taken().map(([, step]) => step)).toEqual(['remindBefore', 'remindDue']);
  });

  it('follows a new due day after more time', async () => {
    await rig.command('reply', acknowledgedSteps);
    await rig.advanceTo(20);
    await rig.command('reply', acknowledgedSteps.map((step) => ({ ...step, at: new Date(Date.parse(step.at) + 14 * day).toISOString() })));
    await rig.advanceTo(36);
    expect(taken()).toEqual([]);
    await rig.advanceTo(37);
    expect(taken()).toEqual([['remind-unit', 'remindBefore', at(37)]]);
  });

  it('reads again at once when the case has moved on between reading and waiting', async () => {
    rig.between = () => rig.case.move('reply', acknowledgedSteps);
    await rig.command('acknowledgement', sentSteps);
    expect((await rig.path()).slice(-6)).toEqual(['Read case', 'What is awaited?', 'Await acknowledgement', 'Read case', 'What is awaited?', 'Await reply']);
    expect(rig.case.wait).toBeDefined();
  });

  it('ends when the case is withdrawn', async () => {
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(rig.service.nextDue()).toBeUndefined();
  });

  it('goes back to the handler after a wrong recipient', async () => {
    await rig.command('reply', acknowledgedSteps);
    await rig.command('sending', [{ step: 'handlingOverdue', at: at(8) }]);
    await rig.advanceTo(9);
    expect(taken()).toEqual([['report-handling-overdue', 'handlingOverdue', at(8)]]);
  });

  it('hands over to the next generation before the limits of Step Functions', async () => {
    await rig.command('closing', []);
    await rig.advanceTo(299);
    expect(await rig.status()).toBe('RUNNING');
    await rig.advanceTo(301);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(rig.case.handedOver).toEqual([2]);
    expect((await rig.path()).slice(-6)).toEqual(['Await closing', 'What is due?', 'Read case', 'What is awaited?', 'Start next generation', 'Case ended']);
  });

  it('puts its next wait before every due instant with the seconds that are left', async () => {
    await rig.command('reply', acknowledgedSteps);
    expect(rig.case.wait?.until).toBe(at(23));
    expect(rig.service.nextDue()).toBe(start + 23 * day);
  });
});

describe('a failing task', () => {
  it.each(['Conflict', 'Throttled', 'Lambda.TooManyRequestsException', 'Lambda.ServiceException'])('is tried again after %s', async (error) => {
    await rig.command('reply', acknowledgedSteps);
    rig.failures.push({ task: 'remind-unit', error, times: 3 });
    await rig.advanceTo(24);
    expect(taken().map(([task, step]) => [task, step])).toEqual([['remind-unit', 'remindBefore']]);
    expect(await rig.status()).toBe('RUNNING');
  });

  it('fails the execution after anything else, and says so with its name', async () => {
    await rig.command('reply', acknowledgedSteps);
    rig.failures.push({ task: 'remind-unit', error: 'RegisterInconsistent', times: 1 });
    await rig.advanceTo(24);
    expect(await rig.describe()).toMatchObject({ status: 'FAILED', error: 'RegisterInconsistent' });
    expect(rig.changes.at(-1)).toMatchObject({ status: 'FAILED', name: 'case-1-1' });
  });

  it('goes on from the state that failed when it is redriven', async () => {
    await rig.command('reply', acknowledgedSteps);
    rig.failures.push({ task: 'remind-unit', error: 'RegisterInconsistent', times: 1 });
    await rig.advanceTo(24);
    await rig.call('RedriveExecution', { executionArn: (await rig.describe())['executionArn'] });
    await rig.service.idle();
    expect(taken().map(([task, step]) => [task, step])).toEqual([['remind-unit', 'remindBefore']]);
    await rig.advanceTo(30);
    expect(taken().map(([, step]) => step)).toEqual(['remindBefore', 'remindDue']);
  });

  it('fails on a step or a turn that the machine does not know', async () => {
    await rig.command('reply', [{ step: 'unheardOf', at: at(5) }]);
    await rig.advanceTo(6);
    expect(await rig.describe()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });
});

describe('what leaves the case', () => {
  it('is identifiers and instants, in input, output and every payload', async () => {
    await rig.command('acknowledgement', sentSteps);
    await rig.advanceTo(70);
    await rig.command('nothing', []);
    const { input, output } = await rig.describe();
    expect([input, output]).toEqual(['{"caseId":"case-1","generation":1}', '{}']);
    for (const { payload } of rig.invoked) expect(payload).toMatchObject({ caseId: 'case-1', generation: 1, now: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
  });
});
