import type { RegistersView } from '../contracts/register.ts';
import { harms, legalBases } from '../domain/vocabulary.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Registers and the active routine, as far as a form needs them: no mailboxes, no roles. @throws UnknownUser, NotFound (before bootstrap) */
export const readRegisters = async (ports: Pick<StaffPorts, 'registers'>, { caller }: { readonly caller: Caller }): Promise<RegistersView> => {
  const { register } = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(register, caller.now);
  const { outgoing, incoming } = routine;
  return {
    organisations: register.organisations.map(({ id, name, type, own }) => ({ id, name, type, own })),
    units: register.units.map(({ id, organisationId, name, mailbox }) => ({ id, organisationId, name, hasMailbox: mailbox !== undefined })),
    staff: register.users.map(({ id, name, title, unitId }) => ({ id, name, title, unitId })),
    routine: {
      id: routine.id, version: routine.version, documentId: routine.documentId, validFrom: routine.validFrom, title: { ...routine.title },
      categories: [...outgoing.categories], harms: [...harms], legalBases: [...legalBases], requiredParts: [...outgoing.reply.requiredParts],
      replyDays: outgoing.deadlines.replyDays, acknowledgeWorkingDays: outgoing.deadlines.acknowledgeWorkingDays,
      moreTimeAtMostDays: outgoing.deadlines.moreTimeAtMostDays,
      mayReport: [...outgoing.mayReport], responsible: [...new Set([...outgoing.responsibility, ...incoming.responsibility].map((rule) => rule.responsible))], consent: routine.consent, breach: routine.breach,
      onCall: routine.onCall && { requiredFields: [...routine.onCall.requiredFields] }, withoutNeed: routine.access.withoutNeed,
      downtime: { paperFormVersion: routine.downtime.paperFormVersion, enteredBy: [...routine.downtime.enteredBy] },
      incoming: {
        categories: [...incoming.categories], mayRegister: [...incoming.mayRegister], requiredParts: [...incoming.investigation.requiredParts],
        rejectionReasons: incoming.rejectionReasons.map(({ code, text }) => ({ code, text: { ...text } })),
      },
    },
  };
};
