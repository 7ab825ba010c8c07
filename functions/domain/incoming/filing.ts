import { localDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import type { CommandContext, EventDraft, MailDraft, Outcome } from '../command.ts';
import { eventsOf, mailsOf, toUser, versionTag } from '../command.ts';
import { answerBy, pharmacyDueAt, registerBy } from '../deadlines.ts';
import { isLate } from '../due.ts';
import { InvalidInput } from '../errors.ts';
import type { IncomingCase, IncomingReport, PharmacyTrack, Source } from '../incoming-case.ts';
import { isBefore } from '../instant.ts';
import { tellOfSeriousHarm } from '../harm/telling.ts';
import { startEntry } from '../outbox.ts';
import { paperFaults } from '../paper-form.ts';
import { responsibleOnes, toResponsible } from '../recipients.ts';
import { holdersOf, responsibleHolders } from '../role-holders.ts';
import type { IncomingRule } from '../routine.ts';
import { trackEntries, withRuns } from '../tracks.ts';
import type { Category, ResponsibleRole, Role } from '../vocabulary.ts';
import { carryOutIncoming } from './carry-out.ts';
import { filerMailbox, toWhoeverFiled } from './recipients.ts';
import type { Fault } from './rules.ts';
import { incomingReportFaults, incomingRuleFor, owningUnitFor, registrationFaults, uniqueOf } from './rules.ts';

const refuse = (faults: readonly Fault[]): void => {
  const [first, ...others] = faults;
  if (first) throw new InvalidInput(first, ...others);
};
const at = (prefix: string, faults: readonly Fault[]): readonly Fault[] => faults.map(({ pointer, code }) => ({ pointer: `${prefix}${pointer}`, code }));

/** V12: categories of the routine must go to the dose pharmacy as well. */
const pharmacyOf = (category: Category, from: Instant, { routine }: CommandContext): PharmacyTrack | null =>
  routine.incoming.pharmacy?.categories.includes(category) ? { dueAt: pharmacyDueAt(from, routine.incoming.deadlines), reference: '', reason: '' } : null;

/** What whoever filed said of harm, kept where it is registered otherwise. */
const filedHarm = ({ filedAs, harm, seriousRisk = false }: IncomingReport, registered: Pick<Acceptance, 'harm' | 'seriousRisk'>): Pick<IncomingReport, 'filedAs'> =>
  (harm === registered.harm && seriousRisk === registered.seriousRisk ? {} : { filedAs: filedAs ?? { harm, seriousRisk } });

/** V3, V4: whether a role registers such a report. */
const registers = (role: Role, rule: IncomingRule, { routine }: CommandContext): boolean =>
  routine.incoming.mayRegister.includes(role) && (rule.registeredBy?.some((each) => each === role) ?? true);
/**
 * V3: the registering role becomes co-investigator, so that the case shows in that person's watch list: the user who holds
 * it, else (an administrator for a principal) whoever does.
 */
const registrars = (principal: ResponsibleRole, owningUnitId: string, { register, now, actor }: CommandContext): readonly string[] =>
  holdersOf(register, principal, localDate(now)).includes(actor) ? [actor] : responsibleHolders(register, { responsible: principal, owningUnitId }, localDate(now));
/** Those who go on with what another role, or another unit's, has registered. */
const toOtherHandlers = (registered: Pick<IncomingCase, 'responsible' | 'owningUnitId'>, told: readonly string[], context: CommandContext): readonly MailDraft[] =>
  responsibleOnes(registered, context).filter((userId) => userId !== context.actor && !told.includes(userId)).map((userId) => ({ mail: 'assigned', to: toUser(userId) }));
const toRegistrars = (userIds: readonly string[], actor: string): readonly MailDraft[] =>
  userIds.filter((userId) => userId !== actor).map((userId) => ({ mail: 'assigned', to: toUser(userId), data: { lead: false } }));

export interface Filing {
  readonly caseId: string;
  readonly number: string;
  readonly report: IncomingReport;
  readonly hasPatientReference: boolean;
  readonly protectedIdentity?: boolean;
  readonly source: Source;
  readonly receivedAt: Instant;
}

const newCase = (filing: Filing, rule: IncomingRule, context: CommandContext): IncomingCase => {
  const { now, routine, register } = context;
  const { deadlines } = routine.incoming;
  return {
    id: filing.caseId,
    number: filing.number,
    direction: 'incoming',
    routine: { id: routine.id, version: routine.version },
    status: 'received',
    version: 1,
    clockRevision: 1,
    generation: 1,
    createdAt: now,
    updatedAt: now,
    source: filing.source,
    report: { ...filing.report, concernedUnitIds: uniqueOf(filing.report.concernedUnitIds) },
    hasPatientReference: filing.hasPatientReference,
    protectedIdentity: filing.protectedIdentity ?? false,
    consents: [],
    responsible: rule.responsible,
    owningUnitId: owningUnitFor(rule, filing.report, register, now),
    leadInvestigatorId: null,
    coInvestigatorIds: [],
    receivedAt: filing.receivedAt,
    handleBy: registerBy(filing.receivedAt, deadlines),
    replyBy: answerBy(filing.receivedAt, deadlines),
    filerLinkEpoch: 1,
    investigation: { courseOfEvents: '', causes: [], rootCause: '', wentWell: '', patientViews: '' },
    actions: [],
    outgoingText: null,
    earlierAnswers: [],
    redirections: [],
    pharmacy: null,
    effectReviews: [],
    steps: {},
    overdue: false,
    stopped: false,
    trackRuns: {},
  };
};

const born = (made: IncomingCase, context: CommandContext, events: readonly EventDraft[], mails: readonly MailDraft[]): Outcome<IncomingCase> => {
  const filed = withRuns(null, { ...made, overdue: isLate(made, context.now) });
  return {
    case: filed,
    events: eventsOf(filed.id, versionTag(1), context, events),
    outbox: [
      startEntry(filed.id, 1, 'incoming-deviation'), ...trackEntries(null, filed),
      ...mailsOf(filed.id, 'v1', mails),
    ],
  };
};

/**
 * A party or a member of the public has filed, through a page without an account: nothing is refused that can be added
 * later (L1). Those responsible are told that there is something to register. @throws InvalidInput
 */
export const file = (filing: Filing, context: CommandContext): Outcome<IncomingCase> => {
  const { register, routine, now } = context;
  refuse(at('/report', incomingReportFaults(filing.report, register, routine, now)));
  const filed = newCase(filing, incomingRuleFor(routine.incoming, register, filing.report, now), context);
  const serious = tellOfSeriousHarm(null, filed, context);
  return born(
    { ...filed, ...serious.changes }, context,
    [{ type: 'filed', detail: { source: filing.source.kind, partyOrganisationId: filed.report.partyOrganisationId, partyUnitId: filed.report.partyUnitId, responsible: filed.responsible } }, ...serious.events],
    [...toWhoeverFiled(filed, context, { mail: 'filed' }), ...toResponsible(filed, context, { mail: 'incoming' }), ...serious.mails],
  );
};

/**
 * V2, V3: an administrator registers for a principal (or the principal itself) what came by letter, phone or on paper. The
 * caller has made sure that the user acts as the principal. @throws InvalidInput
 */
export const registerDeviation = (filing: Omit<Filing, 'source'> & { readonly source: Omit<Source, 'registeredBy' | 'principal'> }, principal: ResponsibleRole, context: CommandContext): Outcome<IncomingCase> => {
  const { register, routine, now } = context;
  const { report, receivedAt, source } = filing;
  const rule = incomingRuleFor(routine.incoming, register, report, now);
  const registered = filerMailbox({ report, source: { ...source, registeredBy: null, principal } }, register);
  refuse([
    ...at('/report', [...incomingReportFaults(report, register, routine, now), ...registrationFaults(report)]),
    ...(registers(principal, rule, context) ? [] : [{ pointer: '/principal', code: 'principal-not-registering' } as const]),
    ...(isBefore(now, receivedAt) ? [{ pointer: '/receivedAt', code: 'date-in-future' } as const] : []),
    ...(isBefore(receivedAt, report.discoveredAt) ? [{ pointer: '/receivedAt', code: 'received-before-happened' } as const] : []),
    ...paperFaults(source.paper ?? undefined, report.discoveredAt, routine, now),
    ...(source.filer.mailbox !== null && registered !== source.filer.mailbox ? [{ pointer: '/filer/mailbox', code: 'mailbox-wrong' } as const] : []),
  ]);
  const filed = newCase({ ...filing, source: { ...source, registeredBy: context.actor, principal } }, rule, context);
  const coInvestigatorIds = registrars(principal, filed.owningUnitId, context);
  const made: IncomingCase = {
    ...filed,
    status: 'registered', registeredAt: now, coInvestigatorIds, pharmacy: pharmacyOf(report.category, now, context),
  };
  const serious = tellOfSeriousHarm(null, made, context);
  return born(
    { ...made, ...serious.changes }, context,
    [{ type: 'registered', detail: { source: source.kind, partyOrganisationId: report.partyOrganisationId, partyUnitId: report.partyUnitId, responsible: made.responsible, owningUnitId: made.owningUnitId, coInvestigators: coInvestigatorIds.join(' ') } }, ...serious.events],
    [...toWhoeverFiled(made, context, { mail: 'filed' }), ...toRegistrars(coInvestigatorIds, context.actor), ...toOtherHandlers(made, coInvestigatorIds, context), ...serious.mails],
  );
};

export interface Acceptance {
  readonly principal: ResponsibleRole;
  readonly legalBasis: 'hsl' | 'sol' | 'lss';
  readonly category: Category;
  readonly harm: IncomingReport['harm'];
  readonly seriousRisk: boolean;
  readonly concernedUnitIds: readonly string[];
  readonly otherReference?: string | undefined;
}

/** Registers what was filed without an account; what was settled differently decides anew who is responsible. @throws InvalidInput, WrongStatus */
export const acceptDeviation = (concerned: IncomingCase, command: Acceptance, context: CommandContext): Outcome<IncomingCase> => {
  const { register, routine, now } = context;
  const { principal, legalBasis, category, harm, seriousRisk } = command;
  const report: IncomingReport = {
    ...concerned.report, legalBasis, category, harm, seriousRisk, concernedUnitIds: uniqueOf(command.concernedUnitIds), ...filedHarm(concerned.report, command),
    ...(command.otherReference && { otherReference: command.otherReference }),
  };
  const rule = incomingRuleFor(routine.incoming, register, report, now);
  refuse([
    ...incomingReportFaults(report, register, routine, now),
    ...(registers(principal, rule, context) ? [] : [{ pointer: '/principal', code: 'principal-not-registering' } as const]),
  ]);
  const owningUnitId = owningUnitFor(rule, report, register, now);
  const coInvestigatorIds = registrars(principal, owningUnitId, context);
  const informed = [...coInvestigatorIds, ...responsibleOnes(concerned, context)];
  const pharmacy = pharmacyOf(category, now, context);
  const serious = tellOfSeriousHarm(concerned, { report, owningUnitId }, context);
  return carryOutIncoming(concerned, 'accept-deviation', context, {
    changes: {
      report, registeredAt: now, responsible: rule.responsible, owningUnitId, coInvestigatorIds, pharmacy, ...serious.changes,
      source: { ...concerned.source, registeredBy: context.actor, principal },
      steps: Object.fromEntries(Object.entries(concerned.steps).filter(([step]) => step !== 'registrationOverdue')),
    },
    events: [
      { type: 'registered', detail: { source: concerned.source.kind, responsible: rule.responsible, owningUnitId, category, legalBasis, filedCategory: concerned.report.category, filedLegalBasis: concerned.report.legalBasis, harm, seriousRisk, filedHarm: concerned.report.harm, filedSeriousRisk: concerned.report.seriousRisk === true, coInvestigators: coInvestigatorIds.join(' ') } },
      ...serious.events,
    ],
    // Mails of one occasion go out once: who was told at filing is not told again.
    mails: [...toRegistrars(coInvestigatorIds, context.actor), ...toOtherHandlers({ responsible: rule.responsible, owningUnitId }, informed, context), ...serious.mails],
  });
};
