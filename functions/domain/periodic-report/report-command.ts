import type { Instant } from '../case.ts';
import { noticeEntry, type OutboxEntry } from '../outbox.ts';
import type { Register } from '../register.ts';
import type { MailKind } from '../vocabulary.ts';
import { periodName } from './period.ts';
import type { PeriodicReport, ReportEdition, ReportEvent } from './periodic-report.ts';

export interface ReportContext {
  readonly now: Instant;
  /** A user's id, `clock` or `external`. */
  readonly actor: string;
  readonly register: Register;
}
export type ReportEventDraft = Pick<ReportEvent, 'type' | 'detail'>;
/** The report after a command or a step, with what is written in the same transaction. */
export interface ReportOutcome {
  readonly report: PeriodicReport;
  readonly events: readonly ReportEventDraft[];
  readonly outbox: readonly OutboxEntry[];
  /** A submitted edition, written once. */
  readonly edition?: ReportEdition | undefined;
}

export const reportPath = ({ id }: Pick<PeriodicReport, 'id'>): string => `/collaboration/reports/${id}`;
export const nameOfPeriod = ({ rule, period }: Pick<PeriodicReport, 'rule' | 'period'>): string => periodName(rule.every, period);
/** Word to users, once for each occasion. */
export const reportNotices = (report: PeriodicReport, mail: MailKind, userIds: readonly string[], occasion: string): readonly OutboxEntry[] =>
  [...new Set(userIds)].map((userId) => noticeEntry({ caseId: report.id, mail, userId, occasion, path: reportPath(report), about: nameOfPeriod(report) }));
