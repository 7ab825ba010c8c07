/**
 * Every message the functions log, in one place: a message is one of these words, a field one of these names, and a
 * value an identifier, a number or a code. Nothing that a person wrote and no person's name, number or address fits in.
 */
export const logMessages = [
  'request-handled', 'request-refused', 'request-failed', 'response-invalid',
  'outbox-delivered', 'outbox-failed', 'outbox-swept', 'execution-started', 'wait-completed', 'wait-gone',
  'mail-sent', 'mail-repeated', 'mail-dropped', 'mail-undeliverable', 'mail-bounced', 'case-stopped', 'redrive-refused', 'lifecycle-healed',
  'clock-step-taken', 'clock-step-moved-on', 'organisation-bootstrapped', 'record-ignored',
  'attachment-scanned', 'spot-checks-drawn', 'routine-review-reminded', 'approvals-reminded', 'spot-check-passed-over', 'heads-anchored',
  'retention-reported', 'retention-carried-out', 'content-erased',
  'meetings-reminded', 'meeting-passed-over', 'import-checked', 'import-in-force', 'import-outdated', 'import-failed',
  'archive-finished', 'archive-failed',
  'import-checked', 'import-in-force', 'import-outdated', 'reports-opened', 'report-step-taken', 'report-step-moved-on', 'report-stopped', 'report-not-healed', 'copy-routed', 'import-failed',
] as const;
export type LogMessage = (typeof logMessages)[number];
export const logFields = [
  'operation', 'correlationId', 'status', 'code', 'reason', 'errorName', 'frames', 'pointer',
  'caseId', 'generation', 'step', 'outboxId', 'outboxKind', 'mailId', 'mailKind', 'executionName', 'count', 'failed',
  'runId', 'documentType',
] as const;
export type LogField = (typeof logFields)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean>>>;

export interface Log {
  info(message: LogMessage, fields?: LogFields): void;
  warn(message: LogMessage, fields?: LogFields): void;
  error(message: LogMessage, fields?: LogFields): void;
}

/** An error as the log may hold it: its name and where it was thrown. Never its message, which may quote input. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()).join(' | ');
  return { errorName: error.name, frames };
}
