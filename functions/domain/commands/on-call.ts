import type { OnCall, OnCallAnswers, OutgoingCase } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut } from '../command.ts';
import { takesPart } from '../eligibility.ts';
import { InvalidInput } from '../errors.ts';

/**
 * What was not known in the night is added (H2), and a wrong flag is turned, with the reason (H1). The report itself stands
 * as it was written. @throws WrongStatus
 */
export const completeOnCall = (concerned: OutgoingCase, command: OnCallAnswers & { readonly flagWrong?: string | undefined }, context: CommandContext): Outcome<OutgoingCase> => {
  const { nurseOnDuty, doctorConsulted, handoverConfirmed } = command;
  const before: OnCall = concerned.onCall ?? { automatic: false, calendarIds: [], supplierIds: [], applies: false, nurseOnDuty, doctorConsulted, handoverConfirmed };
  const reason = command.flagWrong?.trim() ?? '';
  const after: OnCall = {
    ...before, nurseOnDuty, doctorConsulted, handoverConfirmed,
    ...(reason !== '' && { applies: !before.applies, disputed: { reason, by: context.actor, at: context.now } }),
  };
  return carryOut(concerned, 'complete-on-call', context, {
    changes: { onCall: after },
    events: [{ type: 'onCallCompleted', detail: { nurseOnDuty, doctorConsulted, handoverConfirmed, onCall: after.applies, ...(reason !== '' && { reason }) } }],
  });
};

/** "Ej kommunens ansvar" (H3): another organisation is responsible and becomes the counterpart. @throws InvalidInput, WrongStatus */
export const setNotOurs = (concerned: OutgoingCase, command: { readonly description: string; readonly organisationId: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { register, routine, now, actor } = context;
  const organisation = register.organisations.find(({ id }) => id === command.organisationId);
  if (!organisation || organisation.own) throw new InvalidInput({ pointer: '/organisationId', code: 'counterpart-unknown' });
  const asked = register.units.find(({ id }) => id === concerned.externalUnitId);
  const unit = asked?.organisationId === organisation.id ? asked : undefined;
  if (organisation.id !== concerned.counterpartId) {
    if (organisation.active === false) throw new InvalidInput({ pointer: '/organisationId', code: 'counterpart-unknown' });
    if (!takesPart(routine.eligibility, register, { organisationId: organisation.id, unitId: unit?.id ?? null }, [concerned.report.unitId])) throw new InvalidInput({ pointer: '/organisationId', code: 'party-not-eligible' });
  }
  return carryOut(concerned, 'set-not-ours', context, {
    changes: {
      notOurs: { description: command.description, organisationId: organisation.id, by: actor, at: now },
      counterpartId: organisation.id,
      externalUnitId: unit?.id ?? null,
    },
    events: [{ type: 'notOursSet', detail: { counterpartId: organisation.id, text: command.description } }],
  });
};
