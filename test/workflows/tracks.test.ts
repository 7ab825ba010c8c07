import { afterEach, describe, expect, it } from 'vitest';
import { at, LifecycleRig } from './lifecycle-rig.ts';

let rig: LifecycleRig;
afterEach(() => rig.dispose());
const begun = async (machine: 'dose-pharmacy' | 'effect-review' | 'harm-decision' | 'escalation' | 'dispute' | 'periodic-report', name: string): Promise<LifecycleRig> => {
  rig = new LifecycleRig(machine, name);
  await rig.begin();
  return rig;
};
const taken = () => rig.case.taken.map(({ task, step, at: when }) => [task, step, when]);

describe('the notification of a dose pharmacy', () => {
  it('ends when its number is recorded', async () => {
    await begun('dose-pharmacy', 'case-1-pharmacy-1');
    await rig.advanceTo(1);
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(taken()).toEqual([]);
    expect(await rig.path()).toEqual(['Read case', 'What is awaited?', 'Await pharmacy notification', 'Read case', 'What is awaited?', 'Track ended']);
  });

  it('reminds once after two working days, and waits on', async () => {
    await begun('dose-pharmacy', 'case-1-pharmacy-1');
    await rig.advanceTo(40);
    expect(taken()).toEqual([['remind-of-pharmacy', 'pharmacyOverdue', at(2)]]);
    expect(await rig.status()).toBe('RUNNING');
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
  });

  it('names itself to every task', async () => {
    await begun('dose-pharmacy', 'case-1-pharmacy-1');
    await rig.advanceTo(3);
    expect(new Set(rig.invoked.map(({ payload }) => payload['machine']))).toEqual(new Set(['dose-pharmacy']));
  });
});

describe('the review of effect', () => {
  it('asks when it is due, reminds, and escalates to the manager', async () => {
    await begun('effect-review', 'case-1-effect-1');
    await rig.advanceTo(89);
    expect(taken()).toEqual([]);
    await rig.advanceTo(120);
    expect(taken()).toEqual([
      ['remind-of-effect-review', 'effectReviewDue', at(90)],
      ['remind-of-effect-review', 'effectReviewOverdue', at(97)],
      ['escalate-effect-review', 'effectReviewEscalate', at(111)],
    ]);
    expect((await rig.path()).filter((name) => /^(Ask|Remind|Escalate)/.test(name))).toEqual(['Ask for effect review', 'Remind of effect review', 'Escalate effect review']);
  });

  it('stops reminding as soon as somebody has reviewed', async () => {
    await begun('effect-review', 'case-1-effect-1');
    await rig.advanceTo(92);
    await rig.command('nothing', []);
    await rig.advanceTo(120);
    expect(taken().map(([, step]) => step)).toEqual(['effectReviewDue']);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(rig.service.nextDue()).toBeUndefined();
  });

  it('may come before it is due', async () => {
    await begun('effect-review', 'case-1-effect-2');
    await rig.advanceTo(10);
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
  });
});

describe('the decision on serious harm', () => {
  it('reminds those who decide, escalates, and waits until the decision is recorded (L3)', async () => {
    await begun('harm-decision', 'case-1-harm-1');
    await rig.advanceTo(4);
    expect(taken()).toEqual([]);
    await rig.advanceTo(60);
    expect(taken()).toEqual([['remind-of-harm-decision', 'harmDecisionOverdue', at(5)], ['escalate-harm-decision', 'harmDecisionEscalate', at(12)]]);
    expect(await rig.status()).toBe('RUNNING');
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
  });

  it('ends without a word when the decision comes in time', async () => {
    await begun('harm-decision', 'case-1-harm-1');
    await rig.advanceTo(2);
    await rig.command('nothing', []);
    await rig.advanceTo(60);
    expect(taken()).toEqual([]);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(await rig.path()).toContain('Await harm decision');
  });
});

describe('a climb of the ladder', () => {
  it('waits at one level after the other, each with its own reminders, until it is down again (R6, R7)', async () => {
    await begun('escalation', 'case-1-ladder-1');
    await rig.advanceTo(30);
    expect(taken()).toEqual([['remind-of-ladder', 'ladderRemind', at(14)], ['remind-of-ladder', 'ladderOverdue', at(21)], ['escalate-ladder', 'ladderEscalate', at(28)]]);
    for (const [awaits, title] of [['ladderGroup', 'Await group'], ['ladderPreparation', 'Await decision basis'], ['ladderDecision', 'Await steering body'], ['ladderInformation', 'Await information on the decision']] as const) {
      await rig.command(awaits, [{ step: 'ladderOverdue', at: at(90) }]);
      expect((await rig.path()).at(-1)).toBe(title);
    }
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
  });
});

describe('a step of a dispute', () => {
  it('reminds its owner before the date and on it, escalates, and waits until somebody takes it further (G7)', async () => {
    await begun('dispute', 'case-1-dispute-1');
    await rig.advanceTo(20);
    expect(taken()).toEqual([]);
    await rig.advanceTo(90);
    expect(taken()).toEqual([['remind-of-dispute', 'disputeRemind', at(23)], ['remind-of-dispute', 'disputeOverdue', at(30)], ['escalate-dispute', 'disputeEscalate', at(44)]]);
    expect(await rig.status()).toBe('RUNNING');
    // Taken to another step, which has an execution of its own.
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect(await rig.path()).toContain('Await line managers');
  });
  it('is settled in time without a word', async () => {
    await begun('dispute', 'case-1-dispute-1');
    await rig.advanceTo(10);
    await rig.command('nothing', []);
    await rig.advanceTo(60);
    expect(taken()).toEqual([]);
    expect(await rig.status()).toBe('SUCCEEDED');
  });
});

describe('a periodic report', () => {
  const submission = [{ step: 'remindOfReport', at: at(9) }, { step: 'escalateReport', at: at(20) }];
  const feedback = [{ step: 'remindOfFeedback', at: at(67) }, { step: 'feedbackOverdue', at: at(75) }];

  it('is drafted on its day, reminded of, told of to the managers, and waits for its submission (G3)', async () => {
    await begun('periodic-report', 'brister_2026-Q4-1');
    await rig.advanceTo(4);
    expect(taken()).toEqual([]);
    await rig.advanceTo(5);
    expect(taken()).toEqual([['draft-report', 'draftReport', at(5)]]);
    await rig.command('reportSubmission', submission);
    await rig.advanceTo(30);
    expect(taken().slice(1)).toEqual([['remind-of-report', 'remindOfReport', at(9)], ['escalate-report', 'escalateReport', at(20)]]);
    expect(await rig.status()).toBe('RUNNING');
  });

  it('reminds of feedback, says that it is late, and ends with it (G5)', async () => {
    await begun('periodic-report', 'brister_2026-Q4-1');
    await rig.advanceTo(5);
    await rig.command('reportSubmission', submission);
    await rig.advanceTo(7);
    await rig.command('reportFeedback', feedback);
    await rig.advanceTo(80);
    expect(taken().map(([, step]) => step)).toEqual(['draftReport', 'remindOfFeedback', 'feedbackOverdue']);
    await rig.command('nothing', []);
    expect(await rig.status()).toBe('SUCCEEDED');
    expect((await rig.path()).at(-1)).toBe('Report ended');
  });

  it('hands a wait over to a fresh execution before the limit of a year', async () => {
    await begun('periodic-report', 'patientsakerhet_2026-1');
    await rig.advanceTo(5);
    await rig.command('reportSubmission', []);
    await rig.advanceTo(301);
    expect(rig.case.handedOver).toEqual([2]);
    expect(await rig.status()).toBe('SUCCEEDED');
  });
});
