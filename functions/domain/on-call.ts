import { Temporal } from 'temporal-polyfill';
import type { Instant, OnCall, OnCallAnswers, OutgoingCase, Report } from './case.ts';
import { isHoliday, zone } from './calendar.ts';
import { isInUse } from './in-use.ts';
import type { OnCallTime, Register } from './register.ts';
import type { OnCallField } from './vocabulary.ts';

export interface OnCallFinding {
  readonly automatic: boolean;
  readonly calendarIds: readonly string[];
  readonly supplierIds: readonly string[];
}

/** A shift belongs to the day it begins on: that day's weekday or holiday decides, also after midnight. */
const covers = (hours: OnCallTime, at: Temporal.PlainDateTime): boolean => {
  const begins = (date: Temporal.PlainDate): boolean => hours.weekdays.includes(date.dayOfWeek) || (hours.holidays && isHoliday(date.toString()));
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const today = at.toPlainDate();
  if (hours.from < hours.to) return begins(today) && hours.from <= time && time < hours.to;
  return (begins(today) && time >= hours.from) || (begins(today.subtract({ days: 1 })) && time < hours.to);
};

/** H1: on call is what happened within the calendar's hours at a unit that a supplier covered that day. */
export const onCallAt = (happenedAt: Instant, unitId: string, { suppliers, calendar }: Register['onCall']): OnCallFinding => {
  const local = Temporal.Instant.from(happenedAt).toZonedDateTimeISO(zone).toPlainDateTime();
  const date = local.toPlainDate().toString();
  const calendarIds = calendar.filter((hours) => isInUse(hours) && covers(hours, local)).map(({ id }) => id);
  const supplierIds = [...new Set(suppliers
    .filter((supplier) => (supplier.coversUnitIds?.includes(unitId) ?? true) && supplier.from <= date && (supplier.to === undefined || date <= supplier.to))
    .map(({ organisationId }) => organisationId))];
  return { automatic: calendarIds.length > 0 && supplierIds.length > 0, calendarIds, supplierIds };
};

const nothingKnown: OnCallAnswers = { nurseOnDuty: 'unknown', doctorConsulted: 'unknown', handoverConfirmed: 'unknown' };

/**
 * What a new case holds of care on call; undefined where nothing has to do with it. Without rules in the routine the reporter
 * alone says so, by answering. A report is never refused for it (L1).
 */
export const onCallOf = (report: Report, finding: OnCallFinding, ruled: boolean, by: string, now: Instant): OnCall | undefined => {
  const answers = report.onCall ?? nothingKnown;
  if (!ruled) return report.onCall && { ...answers, automatic: false, calendarIds: [], supplierIds: [], applies: true };
  const reason = report.onCallWrong?.trim() ?? '';
  const applies = reason === '' ? finding.automatic : !finding.automatic;
  if (!applies && reason === '') return undefined;
  return { ...answers, ...finding, applies, ...(reason !== '' && { disputed: { reason, by, at: now } }) };
};

/** What sending waits for (H2), in the routine's order. */
export const missingOnCall = (concerned: Pick<OutgoingCase, 'onCall' | 'report'>, required: readonly OnCallField[] | undefined): readonly OnCallField[] => {
  const { onCall, report } = concerned;
  if (!onCall?.applies || required === undefined) return [];
  return required.filter((field) => (field === 'acuteAction' ? report.immediateAction.trim() === '' : onCall[field] === 'unknown'));
};
