import { expect, it } from 'vitest';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import type { CommandContext, Outcome } from '../../../functions/domain/command.ts';
import { isLate } from '../../../functions/domain/due.ts';
import { isKnownError } from '../../../functions/domain/errors.ts';
import type { IncomingCase } from '../../../functions/domain/incoming-case.ts';
import { rejectCase, reopenIncoming, restartIncoming, sendIncomingReply } from '../../../functions/domain/incoming/ending.ts';
import { recordEffectReview } from '../../../functions/domain/follow-up/effect-review.ts';
import { acceptDeviation } from '../../../functions/domain/incoming/filing.ts';
import { answerForFiler, askFiler, confirmIncomingText, editIncomingText, recordPharmacyNotification } from '../../../functions/domain/incoming/handling.ts';
import { recordHarmDecision, recordPatientInformation } from '../../../functions/domain/harm/recording.ts';
import { reportInvestigationDone, returnInvestigation, saveInvestigation } from '../../../functions/domain/incoming/investigating.ts';
import { addAction, changeAction, completeAction } from '../../../functions/domain/follow-up/actions.ts';
import { addInvestigators, assignIncoming, redirectCase, setConcernedUnits } from '../../../functions/domain/incoming/people.ts';
import { addHours } from '../../../functions/domain/instant.ts';
import { localDate } from '../../../functions/domain/calendar.ts';
import { readLifecycle } from '../../../functions/domain/lifecycle.ts';
import type { Machine } from '../../../functions/domain/vocabulary.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { filed, incomingContext } from './incoming-case.ts';

type Random = () => number;
/** Mulberry32: the same walks on every machine. */
const seeded = (seed: number): Random => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const pick = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
const people = ['enok', 'rut', 'frans', 'maj'] as const;

const deeds: ((concerned: IncomingCase, c: CommandContext, random: Random) => Outcome<IncomingCase> | null)[] = [
  (k, c, r) => acceptDeviation(k, { principal: 'mas', legalBasis: pick(r, ['hsl', 'sol']), category: pick(r, ['nursingCare', 'doseDispensing', 'rehabilitation']), harm: pick(r, ['risk', 'vardskada', 'allvarligVardskada']), seriousRisk: r() < 0.2, concernedUnitIds: [pick(r, ['hemsjukvard-norr', 'rehab'])] }, c),
  (k, c, r) => assignIncoming(k, { leadInvestigatorId: pick(r, people), coInvestigatorIds: [pick(r, people)] }, c),
  (k, c, r) => addInvestigators(k, { userIds: [pick(r, people)] }, c),
  (k, c, r) => setConcernedUnits(k, { unitIds: [pick(r, ['hemsjukvard-norr', 'rehab', 'nattpatrull'])] }, c),
  (k, c, r) => (r() < 0.3 ? redirectCase(k, { toUnitId: pick(r, ['rehab', 'nattpatrull', 'bjorken']), reason: 'r' }, c) : null),
  (k, c) => saveInvestigation(k, { courseOfEvents: 'a', causes: [{ area: 'technologyEquipment', text: 'b' }], rootCause: 'c' }, c),
  (k, c, r) => saveInvestigation(k, { rootCause: pick(r, ['', 'c']) }, c),
  (k, c, r) => addAction(k, { kind: 'acute', text: 't', responsibleUserId: pick(r, people), due: pick(r, ['2026-05-01', null]), doneAt: null }, c),
  (k, c, r) => changeAction(k, { actionId: pick(r, ['action-1', 'action-2']), text: 'u', responsibleUserId: pick(r, people), due: '2026-06-01' }, c),
  (k, c, r) => completeAction(k, { actionId: pick(r, ['action-1', 'action-2']), doneAt: localDate(c.now), effect: '' }, c),
  (k, c, r) => (r() < 0.4 ? askFiler(k, { question: 'q' }, c) : null), (k, c) => answerForFiler(k, { answer: 'a' }, c),
  (k, c) => reportInvestigationDone(k, { message: '' }, c), (k, c, r) => (r() < 0.3 ? returnInvestigation(k, { reason: 'r' }, c) : null),
  (k, c, r) => editIncomingText(k, { text: pick(r, ['Text.', '19121212-1212']), notPersonalNumbers: [] }, c), (k, c) => confirmIncomingText(k, c), (k, c) => confirmIncomingText(k, c),
  (k, c) => recordPharmacyNotification(k, { reference: 'D', reason: '' }, c),
  (k, c) => recordHarmDecision(k, { decision: 'notified', reference: 'I', reason: '', decidedAt: localDate(c.now), notifiedAt: localDate(c.now) }, c),
  (k, c) => recordPatientInformation(k, { given: false, reason: 'r', at: null, to: 'nobody', byTitle: '', points: [], notedInRecord: false, patientViews: '', staffSupport: '' }, c),
  (k, c, r) => sendIncomingReply(k, { dispatch: pick(r, ['link', 'post']) }, c), (k, c) => sendIncomingReply(k, { dispatch: 'link' }, c),
  (k, c, r) => recordEffectReview(k, r() < 0.5 ? { wantedResult: true, note: '' } : { wantedResult: false, note: '', action: { text: 'n', responsibleUserId: 'rut', due: '2027-01-01' } }, c),
  (k, c, r) => (r() < 0.1 ? rejectCase(k, { reasonCode: 'notOurCare', text: '' }, c) : null), (k, c, r) => (r() < 0.2 ? reopenIncoming(k, { reason: 'r' }, c) : null),
  (k, c, r) => (r() < 0.1 ? restartIncoming(k, { reason: 'r' }, c) : null),
];

interface Running {
  readonly machine: Machine;
  readonly generation: number;
}
const tracks = ['dose-pharmacy', 'effect-review'] as const satisfies Machine[];
const reading = (concerned: IncomingCase, { machine, generation }: Running, now: string) =>
  readLifecycle(concerned, vaxjo, { generation, startedAt: addHours(now, -24), machine: machine === 'incoming-deviation' ? undefined : machine }, now);

it('keeps its promises whatever people and time do, in any order', () => {
  const seen = new Set<string>();
  const taken = new Set<string>();
  for (let walk = 0; walk < 300; walk += 1) {
    const random = seeded(walk);
    let concerned = filed();
    let now = monday;
    const mailIds = new Set<string>();
    const started = new Set(['i1-1']);
    let running: Running[] = [{ machine: 'incoming-deviation', generation: 1 }];
    for (let step = 0; step < 90; step += 1) {
      now = addHours(now, Math.floor(random() ** 3 * 500));
      for (const execution of running) {
        for (let due = reading(concerned, execution, now).next; due && due.at <= now; due = reading(concerned, execution, now).next) {
          const outcome = takeClockStep(concerned, due.step, { now, routine: vaxjo, register: ekdala }, { generation: execution.generation, machine: execution.machine === 'incoming-deviation' ? undefined : execution.machine });
          expect(outcome?.steps[due.step]).toBe(now);
          concerned = { ...concerned, steps: { ...concerned.steps, ...outcome!.steps }, overdue: outcome!.overdue };
          taken.add(due.step);
        }
      }
      try {
        const before = concerned;
        const outcome = pick(random, deeds)(before, incomingContext({ now }), random);
        if (outcome === null) continue;
        const after = outcome.case;
        expect(after.version).toBe(before.version + 1);
        expect(after.overdue).toBe(isLate(after, now));
        // What is waited for changes only with the revision, and whoever waits is told.
        const signalled = new Set(outcome.outbox.flatMap((entry) => (entry.kind === 'signal' ? [entry.machine] : [])));
        expect(after.clockRevision === before.clockRevision).toBe(signalled.size === 0);
        for (const execution of running) {
          const { clockRevision: _one, ...was } = reading(before, execution, now);
          const { clockRevision: _other, ...is } = reading(after, execution, now);
          if (!signalled.has(execution.machine)) expect(is, `${execution.machine} ${before.status} → ${after.status}`).toEqual(was);
        }
        for (const entry of outcome.outbox) {
          if (entry.kind === 'start') {
            expect(started.has(entry.executionName), entry.executionName).toBe(false);
            started.add(entry.executionName);
            running = [...running, { machine: entry.machine!, generation: entry.generation }];
          }
          if (entry.kind === 'mail') {
            if (entry.mail !== 'seriousHarm') expect(mailIds.has(entry.mailId), entry.mailId).toBe(false);
            mailIds.add(entry.mailId);
            if (entry.linkEpoch !== undefined) expect(entry.linkEpoch).toBe(after.filerLinkEpoch);
          }
        }
        // Every track that waits has an execution, and one only.
        for (const machine of tracks) {
          const waits = running.filter((execution) => execution.machine === machine && reading(after, execution, now).awaits !== 'nothing');
          const wanted = machine === 'effect-review' ? after.effectReviews.some(({ doneAt }) => doneAt === undefined) : after.pharmacy !== null && after.pharmacy.doneAt === undefined && after.status !== 'rejected';
          expect(waits.length > 0, `${machine} in ${after.status}`).toBe(wanted);
        }
        if (after.status === 'closed') expect(after.answer).toBeDefined();
        if (after.status === 'investigating') expect(after.leadInvestigatorId).not.toBeNull();
        for (const action of after.actions) expect(action.due ?? action.doneAt).not.toBeNull();
        // What has nothing to wait for has ended.
        running = running.filter((execution) => reading(after, execution, now).awaits !== 'nothing');
        concerned = after;
        seen.add(after.status);
      } catch (error) {
        if (!isKnownError(error)) throw error;
      }
    }
  }
  expect([...seen].toSorted()).toEqual(['closed', 'handedOver', 'investigating', 'investigationDone', 'needsInfo', 'received', 'registered', 'rejected', 'reopened']);
  expect([...taken].toSorted()).toEqual(['effectReviewDue', 'effectReviewEscalate', 'effectReviewOverdue', 'escalate', 'harmDecisionEscalate', 'harmDecisionOverdue', 'pharmacyOverdue', 'registrationOverdue', 'remindAfter', 'remindBefore', 'remindDue']);
});
