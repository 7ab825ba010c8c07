import { describe, expect, it } from 'vitest';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import type { Case } from '../../../functions/domain/case.ts';
import { readLifecycle } from '../../../functions/domain/lifecycle.ts';
import { statuses } from '../../../functions/domain/vocabulary.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { acknowledged, answered, inStatus, received, sent } from './outgoing-case.ts';

const execution = { generation: 1, startedAt: monday };
const clock = (now: string, register: typeof ekdala = ekdala) => ({ now, routine: vaxjo, register });
const later = '2026-03-03T00:00:00.000Z';

describe('what an execution awaits', () => {
  it.each([
    ['received', 'sending', 'handlingOverdue'], ['registered', 'sending', 'handlingOverdue'], ['needsInfo', 'sending', 'handlingOverdue'],
    ['sent', 'acknowledgement', 'notAcknowledged'], ['handedOver', 'acknowledgement', 'notAcknowledged'],
    ['acknowledged', 'reply', 'remindBefore'], ['investigating', 'reply', 'remindBefore'], ['replyReturned', 'reply', 'remindBefore'],
    ['answered', 'closing', undefined], ['investigationDone', 'closing', undefined], ['reopened', 'closing', undefined],
    ['closed', 'nothing', undefined], ['withdrawn', 'nothing', undefined], ['rejected', 'nothing', undefined],
  ] as const)('%s: %s, then %s', (status, awaits, step) => {
    const reading = readLifecycle(inStatus(status), vaxjo, execution, later);
    expect(reading.awaits).toBe(awaits);
    expect(reading.next?.step).toBe(step);
    if (reading.next) expect(reading.until).toBe(reading.next.at);
  });
  it('has an answer for every status', () => {
    for (const status of statuses) expect(readLifecycle(inStatus(status), vaxjo, execution, later).awaits).toBeDefined();
  });
  it('waits for sending when a case is reopened without a reply', () => {
    expect(readLifecycle({ ...sent(), status: 'reopened' }, vaxjo, execution, later).awaits).toBe('sending');
  });
  it('leaves a case to the newer generation, and hands over before the limits', () => {
    expect(readLifecycle({ ...sent(), generation: 2 }, vaxjo, execution, later).awaits).toBe('nothing');
    const old = readLifecycle(answered(), vaxjo, execution, '2026-12-20T00:00:00.000Z');
    expect(old).toMatchObject({ awaits: 'closing', next: null, until: '2026-12-27T09:00:00.000Z' });
    expect(readLifecycle(answered(), vaxjo, execution, old.until).awaits).toBe('nextGeneration');
    // A step beyond the end is the next generation's.
    const distant = { ...received(), handleBy: '2027-06-01T00:00:00.000Z' };
    expect(readLifecycle(distant, vaxjo, execution, later)).toMatchObject({ next: null, until: '2026-12-27T09:00:00.000Z' });
  });
});

/** Steps from due instant to due instant, as the machine does, and says what happened. */
const live = (start: Case, until: string): string[] => {
  let concerned = start;
  let now = later;
  const said: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { next } = readLifecycle(concerned, vaxjo, execution, now);
    if (!next || next.at > until) break;
    now = next.at > now ? next.at : now;
    const outcome = takeClockStep(concerned, next.step, clock(now))!;
    const mails = outcome.outbox.flatMap((entry) => (entry.kind === 'mail' ? [`${entry.mail}:${entry.recipient.kind === 'user' ? entry.recipient.userId : entry.recipient.kind === 'unit' ? `${entry.recipient.unitId}/${entry.recipient.mailbox}` : 'filer'}`] : []));
    said.push(`${now.slice(0, 10)} ${next.step} ${mails.join(' ')}`.trim());
    concerned = { ...concerned, steps: { ...concerned.steps, ...outcome.steps }, overdue: outcome.overdue };
  }
  return said;
};

describe('the clock', () => {
  it('tells the whole story of a request that nobody answers', () => {
    expect(live(sent(), '2027-01-01')).toEqual([
      '2026-03-09 notAcknowledged notAcknowledged:maj reminder:norrvik-34/function',
      '2026-03-25 remindBefore reminder:norrvik-34/function',
      '2026-04-01 remindDue reminder:norrvik-34/function',
      '2026-04-08 remindAfter reminder:norrvik-34/function',
      '2026-04-15 escalate escalation:norrvik-34/manager escalation:enok escalation:maj',
      '2026-05-01 expireLink',
    ]);
  });
  it('tells the handler that a case was not sent in time', () => {
    expect(live(received(), '2027-01-01')).toEqual(['2026-03-09 handlingOverdue handlingOverdue:maj']);
  });
  it('sends only the newest overdue reminder after an outage, and records the others', () => {
    const now = '2026-04-10T09:00:00.000Z';
    const reading = readLifecycle(acknowledged(), vaxjo, execution, now);
    expect(reading).toMatchObject({ next: { step: 'remindAfter' }, skipped: ['remindBefore', 'remindDue'] });
    const outcome = takeClockStep(acknowledged(), 'remindAfter', clock(now))!;
    expect(outcome.steps).toEqual({ remindBefore: now, remindDue: now, remindAfter: now });
    expect(outcome.outbox).toHaveLength(1);
    expect(outcome.events[0]?.detail).toMatchObject({ skipped: 'remindBefore remindDue' });
  });
  it.each([
    ['before its time', sent(), 'remindBefore', '2026-03-20T09:00:00.000Z'],
    ['a second time', { ...acknowledged(), steps: { remindBefore: later } }, 'remindBefore', '2026-03-26T09:00:00.000Z'],
    ['when the reply is in', answered(), 'remindDue', '2026-04-02T09:00:00.000Z'],
    ['when it was acknowledged', acknowledged(), 'notAcknowledged', '2026-03-12T09:00:00.000Z'],
    ['when it was overtaken', acknowledged(), 'remindBefore', '2026-04-02T09:00:00.000Z'],
    ['when the case is closed', inStatus('closed'), 'escalate', '2026-05-02T09:00:00.000Z'],
  ] as const)('takes no step %s', (_, concerned, step, now) => expect(takeClockStep(concerned, step, clock(now))).toBeNull());
  it('gives MAS the task where the external unit has no manager’s mailbox', () => {
    const register = { ...ekdala, units: ekdala.units.map(({ managerMailbox: _managers, ...unit }) => unit) };
    const outcome = takeClockStep(acknowledged(), 'escalate', clock('2026-04-16T09:00:00.000Z', register))!;
    expect(outcome.events[0]?.detail).toMatchObject({ managerMailboxMissing: true });
    expect(outcome.outbox.map((entry) => (entry.kind === 'mail' && entry.recipient.kind === 'user' ? entry.recipient.userId : '?'))).toEqual(['enok', 'maj']);
    // Nobody is told that both managers know.
    expect(outcome.outbox).toMatchObject([{ data: { managerMailboxMissing: true } }, { data: { managerMailboxMissing: true } }]);
    expect(outcome.overdue).toBe(true);
  });
  it('makes the same mail ids and event ids again when the same step is decided again', () => {
    const one = takeClockStep(acknowledged(), 'remindDue', clock('2026-04-01T06:00:00.000Z'));
    expect(takeClockStep(acknowledged(), 'remindDue', clock('2026-04-01T06:00:00.000Z'))).toEqual(one);
  });
});
