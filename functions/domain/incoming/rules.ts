import { breachFaults } from '../breach.ts';
import { localDate } from '../calendar.ts';
import { takesPart } from '../eligibility.ts';
import type { InputFault } from '../errors.ts';
import type { IncomingReport } from '../incoming-case.ts';
import { isOwnUnitInUse } from '../in-use.ts';
import { isBefore } from '../instant.ts';
import type { Register } from '../register.ts';
import { hasManager, unitOfRole } from '../role-holders.ts';
import type { IncomingRoutine, IncomingRule, Routine } from '../routine.ts';

export interface Fault {
  readonly pointer: string;
  readonly code: InputFault;
}

/** The first rule that matches; the schema makes sure that the last matches everything. @throws RangeError when it does not */
export const incomingRuleFor = (routine: IncomingRoutine, register: Register, report: Pick<IncomingReport, 'partyOrganisationId' | 'category' | 'legalBasis' | 'concernedUnitIds'>, now: string): IncomingRule => {
  const [concerned] = report.concernedUnitIds;
  const managed = concerned !== undefined && hasManager(register, concerned, localDate(now));
  const party = register.organisations.find(({ id }) => id === report.partyOrganisationId);
  const partyType = party?.type ?? 'none';
  const rule = routine.responsibility.find((each) => (each.partyTypes?.includes(partyType) ?? true)
    && (each.categories?.includes(report.category) ?? true) && (each.legalBases?.includes(report.legalBasis) ?? true)
    && (each.responsible !== 'unitManager' || managed));
  if (!rule) throw new RangeError('The routine has no rule for this report');
  return rule;
};

const isOwnUnit = (register: Register, unitId: string): boolean => {
  const unit = register.units.find(({ id }) => id === unitId);
  return register.organisations.some(({ id, own }) => own && id === unit?.organisationId);
};

/** Which unit owns until the reply is sent (V4): the most concerned one, or the responsible function's. */
export const owningUnitFor = (rule: IncomingRule, report: Pick<IncomingReport, 'concernedUnitIds'>, register: Register, now: string): string => {
  const [concerned] = report.concernedUnitIds;
  const responsible = unitOfRole(register, rule.responsible, localDate(now), concerned);
  const anyOwn = register.units.find(({ id }) => isOwnUnit(register, id))?.id ?? '';
  return (rule.owningUnit === 'concerned' ? concerned ?? responsible : responsible ?? concerned) ?? anyOwn;
};

/** Faults of a report of the right shape; pointers are into the report. */
export const incomingReportFaults = (report: IncomingReport, register: Register, routine: Routine, now: string): readonly Fault[] => {
  const faults: Fault[] = [];
  const refuse = (pointer: string, code: InputFault): void => void faults.push({ pointer, code });
  if (isBefore(now, report.happenedAt)) refuse('/happenedAt', 'happened-in-future');
  if (isBefore(now, report.discoveredAt)) refuse('/discoveredAt', 'happened-in-future');
  if (isBefore(report.discoveredAt, report.happenedAt)) refuse('/discoveredAt', 'discovered-before-happened');
  if (report.partyOrganisationId !== null) {
    const party = register.organisations.find(({ id }) => id === report.partyOrganisationId);
    if (!party || party.own || party.active === false) refuse('/partyOrganisationId', 'party-unknown');
  }
  if (report.partyUnitId !== null && register.units.find(({ id }) => id === report.partyUnitId)?.organisationId !== report.partyOrganisationId) refuse('/partyUnitId', 'party-unknown');
  report.concernedUnitIds.forEach((unitId, index) => {
    if (!isOwnUnitInUse(register, unitId)) refuse(`/concernedUnitIds/${index}`, 'unit-unknown');
  });
  if (report.partyOrganisationId !== null && !takesPart(routine.eligibility, register, { organisationId: report.partyOrganisationId, unitId: report.partyUnitId }, report.concernedUnitIds)) refuse('/partyOrganisationId', 'party-not-eligible');
  if (report.breach) for (const fault of breachFaults(report.breach, register.agreements, { counterpartId: report.partyOrganisationId, happenedAt: report.happenedAt })) refuse(`/breach${fault.pointer}`, fault.code);
  if (!routine.incoming.categories.includes(report.category)) refuse('/category', 'category-not-in-routine');
  return faults;
};

/** What registration must settle (domain.md section 4): the legal basis, and whom of us it concerns. */
export const registrationFaults = (report: Pick<IncomingReport, 'legalBasis' | 'concernedUnitIds'>): readonly Fault[] => [
  ...(report.legalBasis === 'unknown' ? [{ pointer: '/legalBasis', code: 'legal-basis-missing' } as const] : []),
  ...(report.concernedUnitIds.length === 0 ? [{ pointer: '/concernedUnitIds', code: 'concerned-unit-missing' } as const] : []),
];
export const uniqueOf = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
