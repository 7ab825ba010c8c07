import type { ImportSummary, ImportView } from '../contracts/import.ts';
import type { Instant } from '../domain/case.ts';
import { executionName } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import type { ImportRecord } from './ports-import.ts';

export const importSummaryOf = ({ id, register, fileName, status, at, endedAt, counts, by, written, total }: ImportRecord, { users }: Pick<Register, 'users'>): ImportSummary =>
  ({ id, register, fileName, status, at, endedAt, counts, byName: users.find((user) => user.id === by)?.name ?? '–', progress: { written, total } });

export const importViewOf = (record: ImportRecord, register: Pick<Register, 'users'>, now: Instant): ImportView => ({
  ...importSummaryOf(record, register),
  now,
  faults: record.faults.map((fault) => ({ ...fault })),
  changes: record.changes.map((change) => ({ ...change, cells: change.cells.map((cell) => ({ ...cell })) })),
  executionId: record.status === 'refused' || record.status === 'unchanged' || record.status === 'ready' ? null : executionName(record.id, 1, 'register-import'),
});
