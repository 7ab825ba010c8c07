import { setNotOurs } from '../../../functions/domain/commands/on-call.ts';
import { recordDispatch, registerReply } from '../../../functions/domain/commands/dispatching.ts';
import { expect, it } from 'vitest';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import type { OutgoingCase as Case } from '../../../functions/domain/case.ts';
import type { CommandContext, Outcome } from '../../../functions/domain/command.ts';
import { isLate } from '../../../functions/domain/due.ts';
import { askHandOver, askMoreTime, decideAsk, reportWrongRecipient } from '../../../functions/domain/commands/asking.ts';
import { close, reopen, restartLifecycle, withdraw } from '../../../functions/domain/commands/ending.ts';
import { addNote, assign, confirmOutgoingText, editOutgoingText, noteInRecord, provideInformation, requestInformation, setExternalUnit } from '../../../functions/domain/commands/handling.ts';
import { acknowledge, answer, returnReply, shareReply } from '../../../functions/domain/commands/replying.ts';
import { renewLink, send } from '../../../functions/domain/commands/sending.ts';
import { isKnownError } from '../../../functions/domain/errors.ts';
import { addHours } from '../../../functions/domain/instant.ts';
import { readLifecycle } from '../../../functions/domain/lifecycle.ts';
import { isUnderway } from '../../../functions/domain/transitions.ts';
import { monday, vaxjo } from '../ekdala.ts';
import { context, parts, received } from './outgoing-case.ts';

type Random = () => number;
/** Mulberry32: the same walks on every machine. */
const seeded = (seed: number): Random => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const pick = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;

const deeds: ((concerned: Case, c: CommandContext, random: Random) => Outcome<Case> | null)[] = [
  (k, c) => assign(k, { leadInvestigatorId: 'frans', coInvestigatorIds: ['rut'] }, c),
  (k, c, random) => setExternalUnit(k, { externalUnitId: pick(random, ['norrvik-34', 'norrvik-12', 'linden-hemtjanst']) }, c),
  (k, c, random) => editOutgoingText(k, { text: pick(random, ['Text.', '121212-1212']), notPersonalNumbers: [] }, c),
  (k, c) => confirmOutgoingText(k, c), (k, c) => confirmOutgoingText(k, c), (k, c) => send(k, c), (k, c) => send(k, c), (k, c, random) => send(k, c, random() < 0.3 ? { dispatch: { how: 'post' } } : {}),
  (k, c) => registerReply(k, { parts, respondentTitle: 't', receivedAt: c.now, how: 'post' }, c), (k, c) => recordDispatch(k, { how: 'hand', at: c.now, note: '' }, c), (k, c) => noteInRecord(k, c),
  (k, c) => setNotOurs(k, { description: 'd', organisationId: 'sjoland' }, c),
  (k, c) => requestInformation(k, { question: 'q' }, c), (k, c) => provideInformation(k, { answer: 'a' }, c), (k, c) => addNote(k, { text: 't' }, c),
  renewLink, (k, c) => acknowledge(k, c), (k, c) => acknowledge(k, c),
  (k, c, random) => answer(k, { parts: random() < 0.3 ? { ...parts, investigation: '' } : parts, respondentTitle: 't' }, c),
  (k, c) => returnReply(k, { reason: 'r' }, c), (k, c) => shareReply(k, { unitIds: [], userIds: [], message: '' }, c),
  (k, c, random) => askHandOver(k, { toUnitId: pick(random, ['bjorken', 'norrvik-12', 'rehab']), reason: 'r' }, c),
  (k, c, random) => askMoreTime(k, { days: 1 + Math.floor(random() * 40), reason: 'r' }, c),
  (k, c, random) => decideAsk(k, { askId: k.asks.find((ask) => !ask.decision)?.id ?? 'none', approved: random() < 0.6, reason: '' }, c),
  (k, c) => reportWrongRecipient(k, { reason: 'r' }, c),
  (k, c, random) => (random() < 0.5 ? close(k, { note: '' }, c) : null), (k, c) => reopen(k, { reason: 'r' }, c),
  (k, c, random) => (random() < 0.1 ? withdraw(k, { reason: 'r' }, c) : null), (k, c, random) => (random() < 0.1 ? restartLifecycle(k, { reason: 'r' }, c) : null),
];

const execution = (concerned: Case, now: string) => ({ generation: concerned.generation, startedAt: addHours(now, -24) });

/** What must hold of every case that any sequence of commands and steps can make. */
const check = (before: Case, after: Case, outcome: Outcome, now: string): void => {
  expect(after.version).toBe(before.version + 1);
  // An execution waits by what it read: a command that changes what is awaited must say so by the revision.
  if (after.clockRevision === before.clockRevision) {
    expect({ ...readLifecycle(after, vaxjo, execution(after, now), now) }).toEqual(readLifecycle(before, vaxjo, execution(before, now), now));
    expect(outcome.outbox.some(({ kind }) => kind === 'signal')).toBe(false);
  } else {
    expect(outcome.outbox.some(({ kind }) => kind === 'signal')).toBe(true);
  }
  expect(after.overdue).toBe(isLate(after, now));
  if (isUnderway(after.status)) expect(after.request?.unitId).toBe(after.externalUnitId);
  if (after.status === 'answered') expect(after.replies.at(-1)?.returnedAt).toBeUndefined();
  if (after.status === 'replyReturned') expect(after.replies.at(-1)?.returnedAt).toBeDefined();
  expect(after.request?.grantedExtraDays ?? 0).toBeLessThanOrEqual(vaxjo.outgoing.deadlines.moreTimeAtMostDays);
  expect((after.request?.epoch ?? 0) >= (before.request?.epoch ?? 0)).toBe(true);
  const mails = outcome.outbox.flatMap((entry) => (entry.kind === 'mail' ? [entry] : []));
  expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(mails.length);
  for (const mail of mails) if (mail.linkEpoch !== undefined) expect(mail.linkEpoch).toBe(after.request?.epoch);
};

it('keeps its promises whatever people and time do, in any order', () => {
  const seen = new Set<string>();
  const taken = new Set<string>();
  for (let walk = 0; walk < 1200; walk += 1) {
    const random = seeded(walk);
    let concerned = received();
    let now = monday;
    const mailIds = new Set<string>();
    for (let step = 0; step < 80; step += 1) {
      now = addHours(now, Math.floor(random() ** 3 * 400));
      for (let due = readLifecycle(concerned, vaxjo, execution(concerned, now), now).next; due && due.at <= now; due = readLifecycle(concerned, vaxjo, execution(concerned, now), now).next) {
        const outcome = takeClockStep(concerned, due.step, { now, routine: vaxjo, register: context().register });
        // What is named as due can be taken, and then is no longer due.
        expect(outcome?.steps[due.step]).toBe(now);
        for (const entry of outcome!.outbox) if (entry.kind === 'mail') expect(mailIds.has(entry.mailId)).toBe(false);
        for (const entry of outcome!.outbox) if (entry.kind === 'mail') mailIds.add(entry.mailId);
        concerned = { ...concerned, steps: { ...concerned.steps, ...outcome!.steps }, overdue: outcome!.overdue };
        taken.add(due.step);
      }
      try {
        const outcome = pick(random, deeds)(concerned, context({ now }), random);
        if (outcome === null) continue;
        check(concerned, outcome.case, outcome, now);
        for (const entry of outcome.outbox) if (entry.kind === 'mail') {
          expect(mailIds.has(entry.mailId), entry.mailId).toBe(false);
          mailIds.add(entry.mailId);
        }
        concerned = outcome.case;
        seen.add(concerned.status);
      } catch (error) {
        if (!isKnownError(error)) throw error;
      }
    }
  }
  expect([...seen].toSorted()).toEqual(['acknowledged', 'answered', 'closed', 'handedOver', 'needsInfo', 'received', 'registered', 'reopened', 'replyReturned', 'sent', 'withdrawn'].filter((status) => status !== 'received' || seen.has('received')));
  expect(taken.size).toBe(7);
});
