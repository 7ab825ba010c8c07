import type { RegistersView } from '../contracts/register.ts';
import { areasOf } from '../domain/eligibility.ts';
import { harms, legalBases } from '../domain/vocabulary.ts';
import { agreementChoices } from './breach-view.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Registers and the active routine, as far as a form needs them: no mailboxes, no roles. @throws UnknownUser, NotFound (before bootstrap) */
export const readRegisters = async (ports: Pick<StaffPorts, 'registers'>, { caller }: { readonly caller: Caller }): Promise<RegistersView> => {
  const { register } = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(register, caller.now);
  const { outgoing, incoming } = routine;
  return {
    organisations: register.organisations.map(({ id, name, type, own, areas, active }) => ({ id, name, type, own, ...(areas && { areas: [...areas] }), ...(active === false && { closed: true }) })),
    units: register.units.map((unit) => ({
      id: unit.id, organisationId: unit.organisationId, name: unit.name, hasMailbox: unit.mailbox !== undefined, areas: [...areasOf(unit, register.organisations)],
      ...(unit.active === false && { closed: true }),
    })),
    agreements: agreementChoices(register.agreements),
    staff: register.users.map(({ id, name, title, unitId, active }) => ({ id, name, title, unitId, ...(active === false && { closed: true }) })),
    routine: {
      id: routine.id, version: routine.version, documentId: routine.documentId, validFrom: routine.validFrom, title: { ...routine.title },
      categories: [...outgoing.categories], harms: [...harms], legalBases: [...legalBases], requiredParts: [...outgoing.reply.requiredParts],
      replyDays: outgoing.deadlines.replyDays, acknowledgeWorkingDays: outgoing.deadlines.acknowledgeWorkingDays,
      moreTimeAtMostDays: outgoing.deadlines.moreTimeAtMostDays,
      mayReport: [...outgoing.mayReport], responsible: [...new Set([...outgoing.responsibility, ...incoming.responsibility].map((rule) => rule.responsible))], consent: routine.consent, breach: routine.breach, targetGroup: routine.targetGroup,
      eligibility: routine.eligibility && routine.eligibility.map(({ areas, partyTypes }) => ({ ...(areas && { areas: [...areas] }), partyTypes: [...partyTypes] })),
      onCall: routine.onCall && { requiredFields: [...routine.onCall.requiredFields] }, withoutNeed: routine.access.withoutNeed,
      deepAnalyses: routine.meetings.deepAnalysis !== null,
      downtime: { paperFormVersion: routine.downtime.paperFormVersion, enteredBy: [...routine.downtime.enteredBy] },
      incoming: {
        categories: [...incoming.categories], mayRegister: [...incoming.mayRegister], requiredParts: [...incoming.investigation.requiredParts],
        rejectionReasons: incoming.rejectionReasons.map(({ code, text }) => ({ code, text: { ...text } })),
      },
    },
  };
};
