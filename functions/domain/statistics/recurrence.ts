import { addDays, endOfDay, localDate, startOfDay } from '../calendar.ts';
import type { Case, CaseEvent, Instant } from '../case.ts';
import { eventsOf, mailsOf, toHandlers } from '../command.ts';
import type { OutboxEntry } from '../outbox.ts';
import type { Register } from '../register.ts';
import { addMonths } from './months.ts';
import { likenessesOf, type Likeness } from './similar.ts';
import { valueSeparator, type LikenessBy, type RecurrencePeriod } from './words.ts';

/** From how many cases within which period a shortfall recurs (G2), and what cases must have in common beside the counterpart. */
export interface RecurrenceRoutine {
  readonly threshold: number;
  readonly per: RecurrencePeriod;
  readonly by: LikenessBy;
}

/** On a case: that it is one of several. Written by the system, without touching what people edit. */
export interface RecurrenceMark {
  readonly by: LikenessBy;
  /** Counterpart and what else is in common; the mark counts no more when the case has become another. */
  readonly value: string;
  readonly period: string;
  readonly count: number;
  readonly at: Instant;
}
/** A period of the calendar in Europe/Stockholm: `2026-Q1` by its first month, `2026-01/3`; both instants are in it. */
export interface CountedPeriod {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
}
const monthsIn: Readonly<Record<RecurrencePeriod, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
export const countedPeriod = (per: RecurrencePeriod, at: Instant): CountedPeriod => {
  const month = localDate(at).slice(0, 7);
  const first = addMonths(month, -((Number(month.slice(5)) - 1) % monthsIn[per]));
  return { id: `${first}/${monthsIn[per]}`, from: startOfDay(`${first}-01`), to: endOfDay(addDays(`${addMonths(first, monthsIn[per])}-01`, -1)) };
};

/** What is watched of a case under its routine; undefined: it names no clause, or is of the public. */
export const watchedLikeness = (concerned: Case, { by }: RecurrenceRoutine): Likeness | undefined => likenessesOf(concerned).find((each) => each.by === by);
const markValue = ({ counterpartId, value }: Likeness): string => `${counterpartId}${valueSeparator}${value}`;
/** Whether the mark still says something true of the case. */
export const isRecurring = (concerned: Case): boolean => {
  const { recurrence } = concerned;
  return recurrence !== undefined && likenessesOf(concerned).some((each) => each.by === recurrence.by && markValue(each) === recurrence.value);
};
export const isMarkedFor = (concerned: Case, likeness: Likeness, { id }: CountedPeriod): boolean =>
  concerned.recurrence?.period === id && concerned.recurrence.by === likeness.by && concerned.recurrence.value === markValue(likeness);

export interface Marking {
  readonly mark: RecurrenceMark;
  readonly events: readonly CaseEvent[];
  readonly outbox: readonly OutboxEntry[];
}
/** What marks a case; `tells`: it is the one with which the threshold was passed. */
export const markingOf = (concerned: Case, likeness: Likeness, period: CountedPeriod, count: number, { now, register, tells }: { readonly now: Instant; readonly register: Register; readonly tells: boolean }): Marking => {
  const context = { now, actor: 'clock', principal: null };
  const tag = `recurrence-${period.id.replace('/', '-')}-${likeness.by}`;
  return {
    mark: { by: likeness.by, value: markValue(likeness), period: period.id, count, at: now },
    events: eventsOf(concerned.id, `${tag}-${concerned.version}`, context, [{ type: 'recurrenceNoticed', detail: { by: likeness.by, counterpartId: likeness.counterpartId, count } }]),
    outbox: tells ? mailsOf(concerned.id, tag, toHandlers(concerned, { register, now, actor: 'clock' }, { mail: 'recurrence' })) : [],
  };
};

/** Names the one notice of a threshold in a period, whoever passes it and however often. */
export const noticeName = (likeness: Likeness, period: CountedPeriod, { threshold }: RecurrenceRoutine) =>
  ({ pk: `RECURRENCE#${likeness.direction}#${likeness.counterpartId}`, sk: `${period.id}#${likeness.by}#${likeness.value}#${threshold}` });
