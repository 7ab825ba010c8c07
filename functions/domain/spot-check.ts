import type { LogScope } from './access-log.ts';
import type { LocalDate } from './calendar.ts';
import { addDays, endOfDay, localDate, morning } from './calendar.ts';
import type { Instant } from './case.ts';
import { AccessUnknown, JudgementsMissing, NotAllowed, SpotCheckSignedOff } from './errors.ts';
import { addMilliseconds, milliseconds } from './instant.ts';
import type { Register } from './register.ts';
import { holdersOf } from './role-holders.ts';
import type { ResponsibleRole, Role } from './vocabulary.ts';

/*
 * L5: recurring documented spot checks of the access log. Every so many months, by the routine, a sample of what each
 * unit's people did is drawn for its manager to go through and sign off.
 */

export const accessOutcomes = ['justified', 'toInvestigate'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];
export interface Judgement {
  readonly outcome: AccessOutcome;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}
/** An entry of the access log, as it was when it was drawn. */
export interface CheckedAccess {
  readonly id: string;
  readonly at: Instant;
  readonly userId: string;
  readonly operation: string;
  readonly kind: 'read' | 'write' | 'list';
  readonly principal: Role | null;
  readonly unitId: string | null;
  readonly caseId: string | null;
  readonly caseNumber?: string | undefined;
  readonly caseUnitId?: string | undefined;
  readonly field?: ResponsibleRole | undefined;
  readonly patientKey: string | null;
  readonly reason?: string | undefined;
  readonly judgement?: Judgement | undefined;
}
export interface SpotCheck {
  /** `{unit}_{first date}`: one per unit and period. */
  readonly id: string;
  readonly unitId: string;
  /** Dates, inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly drawnAt: Instant;
  readonly dueAt: Instant;
  /** How many accesses the sample was drawn from. */
  readonly total: number;
  readonly remindersSent: number;
  readonly version: number;
  readonly accesses: readonly CheckedAccess[];
  readonly signedOff?: { readonly by: string; readonly at: Instant; readonly note: string } | undefined;
}

export interface CheckPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
const firstOfMonth = (index: number): LocalDate => `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
const monthOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
/** After a longer silence than this only what is newest is drawn. */
const periodsAtMost = 8;

/**
 * Periods of `months` that have ended and are not drawn yet, oldest first; the first time only the newest. They begin in
 * January, so that all units and years have the same.
 */
export const periodsToDraw = (months: number, drawnTo: LocalDate | null, now: Instant): readonly CheckPeriod[] => {
  const current = Math.floor(monthOf(localDate(now)) / months) * months;
  const firstUndrawn = drawnTo === null ? current - months : monthOf(addDays(drawnTo, 1));
  const periods: CheckPeriod[] = [];
  for (let start = current - months; start + months > firstUndrawn && periods.length < periodsAtMost; start -= months) {
    // The interval may have changed in the middle of one: what is left of it is a shorter first period.
    periods.unshift({ from: firstOfMonth(Math.max(start, firstUndrawn)), to: addDays(firstOfMonth(start + months), -1) });
  }
  return periods;
};

/** FNV-1a, stirred: spreads ids that nobody chooses, the same way each time. */
const spread = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
/** An identifier takes 64 characters, of which the date has eleven. */
const longestUnit = 53;
export const spotCheckId = (unitId: string, { from }: CheckPeriod): string =>
  `${unitId.length <= longestUnit ? unitId : `${unitId.slice(0, longestUnit - 8)}-${spread(unitId).toString(36)}`}_${from}`;

/**
 * Draws a sample from accesses that come one after the other: stated reasons first, then what the spread of their ids says.
 * Which are drawn follows from ids that the system made, so that nobody can steer it and a repetition draws the same.
 */
export class Sample {
  readonly #checkId: string;
  readonly #size: number;
  #drawn: { readonly access: CheckedAccess; readonly place: number }[] = [];
  total = 0;

  constructor(checkId: string, size: number) {
    this.#checkId = checkId;
    this.#size = size;
  }
  add(accesses: readonly CheckedAccess[]): void {
    // What shows no case is nothing to judge.
    const ofCases = accesses.filter(({ caseId, patientKey }) => caseId !== null || patientKey !== null);
    this.total += ofCases.length;
    this.#drawn.push(...ofCases.map((access) => ({ access, place: spread(`${this.#checkId} ${access.id}`) - (access.reason === undefined ? 0 : 2 ** 32) })));
    this.#drawn = this.#drawn.toSorted((one, other) => one.place - other.place || (one.access.id < other.access.id ? -1 : 1)).slice(0, this.#size);
  }
  get accesses(): readonly CheckedAccess[] {
    return this.#drawn.map(({ access }) => access);
  }
}

export const drawnCheck = (unitId: string, period: CheckPeriod, sample: Pick<Sample, 'accesses' | 'total'>, remindDays: number, now: Instant): SpotCheck => ({
  id: spotCheckId(unitId, period), unitId, ...period, drawnAt: now, dueAt: endOfDay(addDays(localDate(now), remindDays)),
  total: sample.total, accesses: sample.accesses, remindersSent: 0, version: 1,
});

export const isOverdueCheck = ({ dueAt, signedOff }: Pick<SpotCheck, 'dueAt' | 'signedOff'>, now: Instant): boolean => signedOff === undefined && dueAt < now;
/** How many reminders are due by now: the first the morning after the date, then again after as many days each time. */
export const remindersDue = ({ dueAt, drawnAt, signedOff }: SpotCheck, now: Instant): number => {
  if (signedOff) return 0;
  const step = Math.max(1, Math.round((milliseconds(morning(localDate(dueAt))) - milliseconds(morning(localDate(drawnAt)))) / 86_400_000));
  let due = 0;
  for (let day = addDays(localDate(dueAt), 1); morning(day) <= now; day = addDays(day, step)) due += 1;
  return due;
};

/** A check is its unit's manager's; whoever answers for a field may go through any. The system's minders see that it is there. */
export const reviewsCheck = (scope: LogScope, { unitId }: Pick<SpotCheck, 'unitId'>): boolean => scope.fields.length > 0 || scope.unitIds.includes(unitId);
export const seesCheck = (scope: LogScope, check: Pick<SpotCheck, 'unitId'>): boolean => scope.everything || reviewsCheck(scope, check);

/**
 * Whom a check waits for: the unit's manager, or MAS where it has none. Since nobody judges what it did itself, others who
 * answer for a field are asked as well, as few as leave no access without somebody; whoever has nothing left to do is not.
 */
export const reviewersOf = (register: Register, { unitId, accesses }: Pick<SpotCheck, 'unitId' | 'accesses'>, date: LocalDate): readonly string[] => {
  const managers = holdersOf(register, 'unitManager', date, unitId);
  const others = (['mas', 'mar', 'sas'] as const).flatMap((role) => holdersOf(register, role, date));
  const left = accesses.filter(({ judgement }) => judgement === undefined);
  const mayJudge = (userId: string): boolean => left.length === 0 || left.some((access) => access.userId !== userId);
  const asked = new Set((managers.length > 0 ? managers : holdersOf(register, 'mas', date)).filter(mayJudge));
  if (asked.size === 0) for (const userId of others.filter(mayJudge).slice(0, 1)) asked.add(userId);
  for (const { userId } of left) {
    if ([...asked].some((each) => each !== userId)) continue;
    const another = others.find((each) => each !== userId);
    if (another !== undefined) asked.add(another);
  }
  return [...asked];
};

/** @throws SpotCheckSignedOff, AccessUnknown, NotAllowed (nobody judges what it did itself) */
export const judgeAccess = (check: SpotCheck, accessId: string, judgement: Judgement): SpotCheck => {
  if (check.signedOff) throw new SpotCheckSignedOff();
  const concerned = check.accesses.find(({ id }) => id === accessId);
  if (!concerned) throw new AccessUnknown();
  if (concerned.userId === judgement.by) throw new NotAllowed('own-access');
  return { ...check, version: check.version + 1, accesses: check.accesses.map((access) => (access === concerned ? { ...access, judgement } : access)) };
};
/** @throws SpotCheckSignedOff, JudgementsMissing */
export const signOffCheck = (check: SpotCheck, by: string, note: string, at: Instant): SpotCheck => {
  if (check.signedOff) throw new SpotCheckSignedOff();
  const missing = check.accesses.filter(({ judgement }) => judgement === undefined).length;
  if (missing > 0) throw new JudgementsMissing(missing);
  return { ...check, version: check.version + 1, signedOff: { by, at, note } };
};
/** The instants of a period. */
export const periodInstants = ({ from, to }: CheckPeriod): { readonly from: Instant; readonly to: Instant } =>
  ({ from: addMilliseconds(endOfDay(addDays(from, -1)), 1000), to: addMilliseconds(endOfDay(to), 999) });
