import type { AccessView } from '../contracts/access-log.ts';
import type { LogScope } from '../domain/access-log.ts';
import { seesContentsOf } from '../domain/access-log.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { addDays, endOfDay } from '../domain/calendar.ts';
import { addMilliseconds } from '../domain/instant.ts';
import type { Names } from './names.ts';
import type { AccessPeriod, AccessRecord } from './ports-access-log.ts';

/** An entry as this reader of the log may see it. */
export const accessViewOf = (entry: AccessRecord, names: Names, scope: LogScope): AccessView => {
  const by = entry.userId === 'external' || entry.userId === 'system' ? entry.userId : 'person';
  const contents = seesContentsOf(scope, entry);
  return {
    id: entry.id, at: entry.at, by, operation: entry.operation, kind: entry.kind, principal: entry.principal,
    user: by === 'person' ? names.person(entry.userId) : null,
    unit: entry.unitId === null ? null : names.unit(entry.unitId).name,
    caseNumber: entry.caseNumber ?? null,
    caseId: contents ? entry.caseId : null,
    patient: entry.patientKey?.slice(0, 6) ?? null,
    reason: contents ? entry.reason ?? null : null,
    field: entry.field ?? null,
  };
};

/** Dates, inclusive, as instants. */
export const periodOf = ({ from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined }): AccessPeriod => ({
  from: from === undefined ? undefined : addMilliseconds(endOfDay(addDays(from, -1)), 1000),
  to: to === undefined ? undefined : addMilliseconds(endOfDay(to), 999),
});
