import * as z from 'zod/mini';
import type { Case, OnCallAnswers, OutgoingCase, OutgoingText } from '../domain/case.ts';
import { markOfNumber } from '../domain/identifying.ts';
import type { IncomingCase } from '../domain/incoming-case.ts';
import { dueAt } from '../domain/due.ts';
import { inboxKey } from './inbox-key.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { isFollowed, tracksOf } from '../domain/tracks.ts';
import { otherPartyOf, ourUnitOf } from '../domain/parties.ts';
import { isOpen } from '../domain/transitions.ts';
import type { CaseRow, ExecutionState, LoadedCase, Waits } from '../use-cases/ports.ts';
import { type KnownAnswer, awaitedEvents, categories, directions, harms, machines, responsibleRoles, statuses } from '../domain/vocabulary.ts';

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
    responsibleKey: `${inboxKey(concerned)}#${openness}`,
    // No unit's list has what nobody has registered: whom it concerns is not settled.
    unitKey: `${concerned.direction === 'incoming' && concerned.registeredAt === undefined ? '#unregistered' : ourUnitOf(concerned)}#${openness}`,
    partyKey: `${otherPartyOf(concerned) ?? 'public'}#${openness}`,
    // Sparse: what was filed without an account is nobody's report.
    reporterKey: concerned.direction === 'outgoing' ? concerned.reporterId : undefined,
    executionKey: executionState(concerned),
    dueKey: `${due}#${concerned.id}`,
    createdKey: `${concerned.createdAt}#${concerned.id}`,
  };
};
export const executionState = (concerned: Case): ExecutionState => {
  if (!isOpen(concerned.status)) return isFollowed(concerned) ? 'following' : 'ended';
  if (concerned.stopped) return 'stopped';
  return concerned.overdue ? 'overdue' : 'open';
};

/** The attributes of a case row but for its keys, the system's revision and the waits. */
export const caseAttributes = (concerned: Case, patientKey: string | null) => {
  const { steps, overdue, stopped, trackRuns, ...kept } = concerned;
  return {
    case: kept,
    steps,
    overdue,
    stopped,
    trackRuns,
    version: concerned.version,
    clockRevision: concerned.clockRevision,
    generation: concerned.generation,
    status: concerned.status,
    summary: {
      id: concerned.id, direction: concerned.direction, number: concerned.number, category: concerned.report.category, harm: concerned.report.harm,
      counterpartId: otherPartyOf(concerned), externalUnitId: concerned.direction === 'outgoing' ? concerned.externalUnitId : concerned.report.partyUnitId,
      reportingUnitId: ourUnitOf(concerned), owningUnitId: concerned.owningUnitId, responsible: concerned.responsible,
      protectedIdentity: concerned.protectedIdentity, leadInvestigatorId: concerned.leadInvestigatorId,
      reporterId: concerned.direction === 'outgoing' ? concerned.reporterId : null,
      createdAt: concerned.createdAt, dueAt: isOpen(concerned.status) ? dueAt(concerned) : null, tracks: tracksOf(concerned),
      routine: concerned.routine,
      recurring: isRecurring(concerned),
      patientKey,
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
    id: z.string(), direction: z._default(z.enum(directions), 'outgoing'), number: z.string(), category: z.enum(categories), harm: z.enum(harms), counterpartId: z.nullable(z.string()),
    externalUnitId: z.nullable(z.string()), reportingUnitId: z.string(), owningUnitId: z.string(), responsible: z.enum(responsibleRoles),
    // Rows of before there was the flag.
    protectedIdentity: z._default(z.boolean(), false), leadInvestigatorId: z._default(z.nullable(z.string()), null),
    reporterId: z.nullable(z.string()), createdAt: z.string(), dueAt: z.nullable(z.string()),
    tracks: z._default(z.array(z.object({ machine: z.enum(machines), generation: z.number(), run: z._default(z.number(), 1), awaits: z.enum(awaitedEvents), dueAt: z.string() })), []),
    patientKey: z._default(z.nullable(z.string()), null),
    recurring: z._default(z.boolean(), false),
  }),
  status: z.enum(statuses), generation: z.number(), overdue: z.boolean(), stopped: z.boolean(),
});
/** An index row, or the case row itself. */
export const caseRowOf = (item: Readonly<Record<string, unknown>>): CaseRow => {
  const { summary, ...flags } = row.parse(item);
  return { ...summary, ...flags, waits: waitsOf(item) };
};

/** Ours alone writes this table: of the stored case the marks are checked that tell that it is one. */
type Stored<Of extends Case> = Omit<Of, 'steps' | 'overdue' | 'stopped' | 'trackRuns' | 'consents' | 'protectedIdentity' | 'outgoingText'> & StoredSecrecy;
/** What cases of before have not, or have otherwise: then the numbers said to be harmless stood there by their digits. */
interface StoredSecrecy extends Partial<Pick<Case, 'consents' | 'protectedIdentity'>> {
  readonly outgoingText: null | (Omit<OutgoingText, 'resolved'> & { readonly resolved?: readonly string[]; readonly notPersonalNumbers?: readonly string[] });
}
const secrecyOf = ({ consents = [], protectedIdentity = false, outgoingText }: StoredSecrecy): Pick<Case, 'consents' | 'protectedIdentity' | 'outgoingText'> => {
  if (outgoingText === null) return { consents, protectedIdentity, outgoingText };
  const { notPersonalNumbers = [], resolved = notPersonalNumbers.map(markOfNumber), ...text } = outgoingText;
  return { consents, protectedIdentity, outgoingText: { ...text, resolved } };
};
/** A report of before on-call answers could be "vet inte" has them as yes and no. */
const withAnswers = <Report extends object>(report: Report): Report => {
  const onCall: unknown = 'onCall' in report ? report.onCall : undefined;
  if (typeof onCall !== 'object' || onCall === null || !('nurseOnDutyInformed' in onCall)) return report;
  const known = (name: string): KnownAnswer => (Reflect.get(onCall, name) === true ? 'yes' : 'no');
  const answers: OnCallAnswers = { nurseOnDuty: known('nurseOnDutyInformed'), doctorConsulted: known('doctorConsulted'), handoverConfirmed: known('handoverConfirmed') };
  return { ...report, onCall: answers };
};
const isStoredCase = (value: unknown): value is Stored<OutgoingCase> | Stored<IncomingCase> =>
  typeof value === 'object' && value !== null && 'id' in value && 'report' in value && 'status' in value;
const isSteps = (value: unknown): value is Case['steps'] => typeof value === 'object' && value !== null;
const head = z.optional(z.object({ sequence: z.number(), digest: z.string() }));
const runs = z._default(z.record(z.string(), z.number()), {});
/** Of outgoing cases of before they had these parts. */
const sinceThen = { actions: [], effectReviews: [] } as const;

/** What stands in the place of a case that was erased (erasure-store.ts). */
export const isErased = (item: Readonly<Record<string, unknown>>): boolean => item['erased'] !== undefined;
export const loadedCaseOf = (item: Readonly<Record<string, unknown>>): LoadedCase => {
  const { case: stored, steps, overdue, stopped, trackRuns, systemRevision, patientKey, chain } = item;
  if (!isStoredCase(stored) || !isSteps(steps)) throw new Error('A case row is malformed');
  const flags = { steps, overdue: overdue === true, stopped: stopped === true, trackRuns: runs.parse(trackRuns) };
  const secrecy = secrecyOf(stored);
  return {
    case: stored.direction === 'outgoing' ? { ...sinceThen, ...stored, ...secrecy, report: withAnswers(stored.report), ...flags } : { ...stored, ...secrecy, ...flags },
    systemRevision: typeof systemRevision === 'number' ? systemRevision : 0,
    patientKey: typeof patientKey === 'string' ? patientKey : null,
    waits: waitsOf(item),
    // Cases of before there were chains have none until their next event.
    chain: head.parse(chain) ?? null,
  };
};
