import { breachFaults } from '../breach.ts';
import { localDate } from '../calendar.ts';
import type { OutgoingCase, Paper, Report } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { eventsOf, mailsOf, toHandlers, toUser, versionTag } from '../command.ts';
import { handleBy } from '../deadlines.ts';
import type { InputFault } from '../errors.ts';
import { InvalidInput } from '../errors.ts';
import { takesPart } from '../eligibility.ts';
import { tellOfSeriousHarm } from '../harm/telling.ts';
import { isBefore } from '../instant.ts';
import { onCallAt, onCallOf } from '../on-call.ts';
import { startEntry } from '../outbox.ts';
import { type PaperForm, paperFaults } from '../paper-form.ts';
import type { Register } from '../register.ts';
import { responsibilityFor } from '../responsibility.ts';
import { hasManager, unitOfRole } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import { trackEntries, withRuns } from '../tracks.ts';

/** Faults of a report that has the right shape; pointers are into the report. */
export const reportFaults = (report: Report, register: Register, routine: Routine, now: string): { pointer: string; code: InputFault }[] => {
  const faults: { pointer: string; code: InputFault }[] = [];
  const refuse = (pointer: string, code: InputFault): void => void faults.push({ pointer, code });
  const organisationOf = (unitId: string) => {
    const unit = register.units.find(({ id }) => id === unitId);
    return unit && register.organisations.find(({ id }) => id === unit.organisationId);
  };
  if (isBefore(now, report.happenedAt)) refuse('/happenedAt', 'happened-in-future');
  if (isBefore(now, report.discoveredAt)) refuse('/discoveredAt', 'happened-in-future');
  if (isBefore(report.discoveredAt, report.happenedAt)) refuse('/discoveredAt', 'discovered-before-happened');
  if (!organisationOf(report.unitId)?.own) refuse('/unitId', 'unit-unknown');
  const counterpart = register.organisations.find(({ id }) => id === report.counterpartId);
  if (!counterpart || counterpart.own) refuse('/counterpartId', 'counterpart-unknown');
  if (report.externalUnitId !== null) {
    const organisation = organisationOf(report.externalUnitId);
    if (!organisation) refuse('/externalUnitId', 'external-unit-unknown');
    else if (organisation.id !== report.counterpartId) refuse('/externalUnitId', 'external-unit-foreign');
  }
  const foreign = organisationOf(report.externalUnitId ?? '')?.id === report.counterpartId ? report.externalUnitId : null;
  if (!takesPart(routine.eligibility, register, { organisationId: report.counterpartId, unitId: foreign }, [report.unitId])) refuse(foreign === null ? '/counterpartId' : '/externalUnitId', 'party-not-eligible');
  if (register.organisations.find(({ id }) => id === report.counterpartId)?.active === false) refuse('/counterpartId', 'counterpart-unknown');
  for (const [pointer, unitId] of [['/unitId', report.unitId], ['/externalUnitId', report.externalUnitId]] as const) {
    if (register.units.find(({ id }) => id === unitId)?.active === false) refuse(pointer, pointer === '/unitId' ? 'unit-unknown' : 'external-unit-unknown');
  }
  if (report.breach) for (const fault of breachFaults(report.breach, register.agreements, report)) refuse(`/breach${fault.pointer}`, fault.code);
  if (!routine.outgoing.categories.includes(report.category)) refuse('/category', 'category-not-in-routine');
  return faults;
};

export interface Submission {
  readonly caseId: string;
  readonly number: string;
  readonly report: Report;
  readonly hasPatientReference: boolean;
  /** Entered afterwards from the paper form (H6). */
  readonly paper?: PaperForm | undefined;
  readonly protectedIdentity?: boolean;
}

/**
 * A report becomes a case of the responsible function (V9) and its lifecycle starts. Those who hold the function are told
 * (for an absent one the acting substitute), but for one who reported it itself. On call is flagged by calendar and
 * suppliers (H1); what came on the paper form keeps its own times (H6). @throws InvalidInput
 */
export const submit = (submission: Submission, context: CommandContext): Outcome<OutgoingCase> => {
  const { report, caseId } = submission;
  const { now, register, routine } = context;
  const [first, ...others] = [
    ...reportFaults(report, register, routine, now).map(({ pointer, code }) => ({ pointer: `/report${pointer}`, code })),
    ...paperFaults(submission.paper, report.discoveredAt, routine, now),
  ];
  if (first) throw new InvalidInput(first, ...others);
  const counterpart = register.organisations.find(({ id }) => id === report.counterpartId);
  const rule = responsibilityFor(routine.outgoing, counterpart?.type ?? 'other', report, hasManager(register, report.unitId, localDate(now)));
  const responsibleUnit = unitOfRole(register, rule.responsible, localDate(now), report.unitId);
  const onCall = onCallOf(report, onCallAt(report.happenedAt, report.unitId, register.onCall), routine.onCall !== null, context.actor, now);
  const paper: Paper | undefined = submission.paper && { ...submission.paper, enteredAt: now, enteredBy: context.actor };
  const notOurs = report.notOurs === undefined || report.notOurs === '' ? undefined : { description: report.notOurs, organisationId: report.counterpartId, by: context.actor, at: now };
  const submitted: OutgoingCase = {
    id: caseId,
    number: submission.number,
    direction: 'outgoing',
    routine: { id: routine.id, version: routine.version },
    status: 'received',
    version: 1,
    clockRevision: 1,
    generation: 1,
    createdAt: now,
    updatedAt: now,
    reporterId: context.actor,
    report,
    hasPatientReference: submission.hasPatientReference,
    protectedIdentity: submission.protectedIdentity ?? false,
    consents: [],
    counterpartId: report.counterpartId,
    externalUnitId: report.externalUnitId,
    breach: report.breach,
    responsible: rule.responsible,
    owningUnitId: rule.owningUnit === 'concerned' ? report.unitId : responsibleUnit ?? report.unitId,
    leadInvestigatorId: null,
    coInvestigatorIds: [],
    handleBy: handleBy(now, routine.outgoing.deadlines),
    outgoingText: null,
    request: null,
    replies: [],
    asks: [],
    sharedWith: [],
    actions: [],
    effectReviews: [],
    steps: {},
    overdue: false,
    stopped: false,
    trackRuns: {},
    ...(onCall && { onCall }),
    ...(notOurs && { notOurs }),
    ...(paper && { paper }),
  };
  const serious = tellOfSeriousHarm(null, submitted, context);
  const told = withRuns(null, { ...submitted, ...serious.changes });
  return {
    case: told,
    events: eventsOf(caseId, versionTag(1), context, [{
      type: 'submitted',
      detail: { unitId: report.unitId, counterpartId: report.counterpartId, externalUnitId: report.externalUnitId, responsible: rule.responsible },
    },
    ...(onCall ? [{ type: 'onCallFlagged', detail: { automatic: onCall.automatic, onCall: onCall.applies, suppliers: onCall.supplierIds.join(' '), ...(onCall.disputed && { reason: onCall.disputed.reason }) } } as const] : []),
    ...(notOurs ? [{ type: 'notOursSet', detail: { counterpartId: notOurs.organisationId, text: notOurs.description } } as const] : []),
    ...(paper ? [{ type: 'enteredFromPaper', detail: { formVersion: paper.formVersion, filledAt: paper.filledAt } } as const] : []),
    ...serious.events]),
    outbox: [startEntry(caseId, 1), ...trackEntries(null, told), ...mailsOf(caseId, 'v1', [{ mail: 'receipt', to: toUser(context.actor) }, ...toHandlers(submitted, context, { mail: 'assigned' }), ...serious.mails])],
  };
};
