import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { countedPeriod, isMarkedFor, markingOf, noticeName, watchedLikeness } from '../domain/statistics/recurrence.ts';
import type { LoadedCase } from './ports.ts';
import type { KeepingPorts } from './ports-statistics.ts';
import { routineOf } from './staff-access.ts';

/** More than so many of a period are not marked one by one: whoever reads one of them sees how many there are. */
const markedAtMost = 25;

/**
 * Tells the handler, once a threshold and period, when a case is one more of the same counterpart and clause than the routine
 * lets pass (G2), and marks all of them. Run after the case's figures are kept; again it does nothing. @throws Conflict, Throttled, NotFound
 */
export const noticeRecurrence = async (ports: KeepingPorts, caseId: string, now: Instant): Promise<void> => {
  const loaded = await ports.cases.load(caseId);
  if (loaded === undefined) return;
  const { recurrence: rule } = await routineOf(ports, loaded.case);
  const likeness = watchedLikeness(loaded.case, rule);
  if (likeness === undefined || loaded.case.status === 'withdrawn' || loaded.case.status === 'rejected') return;
  const period = countedPeriod(rule.per, loaded.case.createdAt);
  if (isMarkedFor(loaded.case, likeness, period)) return;
  const { count, cases } = await ports.aggregates.like(likeness, period, markedAtMost);
  if (count < rule.threshold || !cases.some((each) => each.caseId === caseId)) return;
  const register = await ports.registers.read();
  const mark = async (marked: LoadedCase, tells: boolean): Promise<void> => {
    const { mark: recurrence, events, outbox } = markingOf(marked.case, likeness, period, count, { now, register, tells });
    await ports.cases.record({
      caseId: marked.case.id, at: now, expected: {}, recurrence, events, outbox,
      ...(tells && { alongside: [{ kind: 'put', row: { ...noticeName(likeness, period, rule), caseId, at: now, count }, onlyIfAbsent: true }] }),
    });
  };
  // The others first: a death in between lets the next try begin again.
  for (const each of cases) {
    if (each.caseId === caseId) continue;
    const other = await ports.cases.load(each.caseId);
    if (other !== undefined && !isMarkedFor(other.case, likeness, period)) await mark(other, false);
  }
  try {
    await mark(loaded, true);
  } catch (error) {
    // Somebody has been told of this period already.
    if (!(error instanceof Conflict)) throw error;
    await mark(loaded, false);
  }
};
