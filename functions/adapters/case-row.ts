import * as z from 'zod/mini';
import type { Case } from '../domain/case.ts';
import { dueAt } from '../domain/command.ts';
import { isOpen } from '../domain/transitions.ts';
import type { CaseRow, ExecutionState, LoadedCase, Waits } from '../use-cases/ports.ts';
import { categories, harms, responsibleRoles, statuses } from '../domain/vocabulary.ts';

/** `CASE#id / CASE` and what hangs on it. */
export const casePk = (caseId: string): string => `CASE#${caseId}`;
export const caseKey = (caseId: string) => ({ pk: casePk(caseId), sk: 'CASE' }) as const;

/** Sorts after every real instant: nothing is due. */
const never = '9999-12-31T00:00:00.000Z';

/** Index keys: open cases by their next date, ended ones by when they ended. */
const indexKeys = (concerned: Case) => {
  const open = isOpen(concerned.status);
  const openness = open ? 'open' : 'closed';
  const due = open ? dueAt(concerned) ?? never : concerned.closedAt ?? concerned.updatedAt;
  return {
    responsibleKey: `${concerned.responsible}#${openness}`,
    unitKey: `${concerned.report.unitId}#${openness}`,
    partyKey: `${concerned.counterpartId}#${openness}`,
    reporterKey: concerned.reporterId,
    statusKey: concerned.status,
    executionKey: executionState(concerned),
    dueKey: `${due}#${concerned.id}`,
    createdKey: `${concerned.createdAt}#${concerned.id}`,
  };
};
export const executionState = (concerned: Pick<Case, 'status' | 'stopped' | 'overdue'>): ExecutionState => {
  if (!isOpen(concerned.status)) return 'ended';
  if (concerned.stopped) return 'stopped';
  return concerned.overdue ? 'overdue' : 'open';
};

/** The attributes of a case row but for its keys, the system's revision and the waits. */
export const caseAttributes = (concerned: Case) => {
  const { steps, overdue, stopped, ...kept } = concerned;
  return {
    case: kept,
    steps,
    overdue,
    stopped,
    version: concerned.version,
    clockRevision: concerned.clockRevision,
    generation: concerned.generation,
    status: concerned.status,
    summary: {
      id: concerned.id, number: concerned.number, category: concerned.report.category, harm: concerned.report.harm,
      counterpartId: concerned.counterpartId, externalUnitId: concerned.externalUnitId, reportingUnitId: concerned.report.unitId,
      owningUnitId: concerned.owningUnitId, responsible: concerned.responsible, reporterId: concerned.reporterId,
      createdAt: concerned.createdAt, dueAt: isOpen(concerned.status) ? dueAt(concerned) : null,
    },
    ...indexKeys(concerned),
  };
};

const waits = z.object({ waitsFor: z.string(), waitsSince: z.string(), waitsUntil: z.string() });
const waitsOf = (item: Readonly<Record<string, unknown>>): Waits | null => {
  const result = waits.safeParse(item);
  return result.success ? result.data : null;
};

const row = z.object({
  summary: z.object({
    id: z.string(), number: z.string(), category: z.enum(categories), harm: z.enum(harms), counterpartId: z.string(),
    externalUnitId: z.nullable(z.string()), reportingUnitId: z.string(), owningUnitId: z.string(), responsible: z.enum(responsibleRoles),
    reporterId: z.string(), createdAt: z.string(), dueAt: z.nullable(z.string()),
  }),
  status: z.enum(statuses), generation: z.number(), overdue: z.boolean(), stopped: z.boolean(),
});
/** An index row, or the case row itself. */
export const caseRowOf = (item: Readonly<Record<string, unknown>>): CaseRow => {
  const { summary, ...flags } = row.parse(item);
  return { ...summary, ...flags, waits: waitsOf(item) };
};

/** Ours alone writes this table: of the stored case the marks are checked that tell that it is one. */
const isStoredCase = (value: unknown): value is Omit<Case, 'steps' | 'overdue' | 'stopped'> =>
  typeof value === 'object' && value !== null && 'id' in value && 'report' in value && 'status' in value;
const isSteps = (value: unknown): value is Case['steps'] => typeof value === 'object' && value !== null;

export const loadedCaseOf = (item: Readonly<Record<string, unknown>>): LoadedCase => {
  const { case: stored, steps, overdue, stopped, systemRevision, patientKey } = item;
  if (!isStoredCase(stored) || !isSteps(steps)) throw new Error('A case row is malformed');
  return {
    case: { ...stored, steps, overdue: overdue === true, stopped: stopped === true },
    systemRevision: typeof systemRevision === 'number' ? systemRevision : 0,
    patientKey: typeof patientKey === 'string' ? patientKey : null,
    waits: waitsOf(item),
  };
};
