import { localDate } from '../calendar.ts';
import type { PatientInformation } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';
import { InvalidInput } from '../errors.ts';
import { isOwnUnitInUse } from '../in-use.ts';
import { managersOf, toPeople } from '../recipients.ts';
import { informationPoints, type HarmDecision } from '../vocabulary.ts';
import { harmLawOf } from './serious-harm.ts';

/** L3: recorded by people, never filed by the system. @throws InvalidInput, WrongStatus */
export const recordHarmDecision = <Of extends Case>(
  concerned: Of, command: { decision: HarmDecision; reference: string; reason: string; decidedAt: string; notifiedAt?: string | null | undefined }, context: CommandContext,
): Outcome<Of> => {
  if (command.decidedAt > localDate(context.now)) throw new InvalidInput({ pointer: '/decidedAt', code: 'date-in-future' });
  if (command.decision === 'notNotified' ? command.reason === '' : command.reference === '') {
    throw new InvalidInput(command.decision === 'notNotified' ? { pointer: '/reason', code: 'reason-missing' } : { pointer: '/reference', code: 'reference-missing' });
  }
  const { decision, reference, reason, decidedAt } = command;
  const notifiedAt = decision === 'notified' ? command.notifiedAt ?? null : undefined;
  if (notifiedAt === null) throw new InvalidInput({ pointer: '/notifiedAt', code: 'date-missing' });
  if (notifiedAt !== undefined && notifiedAt > localDate(context.now)) throw new InvalidInput({ pointer: '/notifiedAt', code: 'date-in-future' });
  return carryOutOnEither(concerned, 'record-harm-decision', context, {
    changes: { harmDecision: { decision, reference, reason, decidedAt, ...(notifiedAt !== undefined && { notifiedAt }), by: context.actor } },
    events: [{ type: 'harmDecided', detail: { law: harmLawOf(concerned), decision, reference, reason, decidedAt, notifiedAt: notifiedAt ?? null } }],
  });
};

/** L4: six points, who, when, to whom, noted in the record; or why not. @throws InvalidInput, WrongStatus */
export const recordPatientInformation = <Of extends Case>(concerned: Of, command: PatientInformation, context: CommandContext): Outcome<Of> => {
  const { given, reason, at, to, byTitle, points, notedInRecord, patientViews, staffSupport } = command;
  const missing = informationPoints.filter((point) => !points.includes(point));
  if (!given && reason === '') throw new InvalidInput({ pointer: '/reason', code: 'reason-missing' });
  if (given && (at === null || at > localDate(context.now))) throw new InvalidInput({ pointer: '/at', code: at === null ? 'reason-missing' : 'date-in-future' });
  if (given && missing.length > 0 && reason === '') throw new InvalidInput({ pointer: '/points', code: 'points-missing' });
  return carryOutOnEither(concerned, 'record-patient-information', context, {
    changes: { patientInformation: { given, reason, at, to, byTitle, points, notedInRecord, patientViews, staffSupport } },
    events: [{ type: 'patientInformed', detail: { given, reason, at, to, byTitle, points: points.join(' '), notedInRecord } }],
  });
};

/** H9: whether and how the staff get support. @throws InvalidInput, WrongStatus */
export const recordStaffSupport = <Of extends Case>(concerned: Of, command: { given: boolean; text: string; at: string | null }, context: CommandContext): Outcome<Of> => {
  const { given, text, at } = command;
  if (!given && text === '') throw new InvalidInput({ pointer: '/text', code: 'reason-missing' });
  if (given && at === null) throw new InvalidInput({ pointer: '/at', code: 'date-missing' });
  if (at !== null && at > localDate(context.now)) throw new InvalidInput({ pointer: '/at', code: 'date-in-future' });
  return carryOutOnEither(concerned, 'record-staff-support', context, {
    changes: { staffSupport: { given, text, at: given ? at : null, by: context.actor } },
    events: [{ type: 'staffSupported', detail: { given, message: text, at: given ? at : null } }],
  });
};

/**
 * H9: what was done is fed back to the staff concerned: managers of the units are told, and whoever reported; they read it in
 * the case. @throws InvalidInput, WrongStatus
 */
export const recordFeedback = <Of extends Case>(concerned: Of, command: { text: string; unitIds: readonly string[] }, context: CommandContext): Outcome<Of> => {
  const concernedUnits = concerned.direction === 'incoming' ? concerned.report.concernedUnitIds : [concerned.report.unitId];
  const [first, ...others] = command.unitIds.flatMap((unitId, index) => (isOwnUnitInUse(context.register, unitId, concernedUnits) ? [] : [{ pointer: `/unitIds/${index}`, code: 'unit-unknown' as const }]));
  if (first) throw new InvalidInput(first, ...others);
  const told = [...managersOf(command.unitIds, context), ...(concerned.direction === 'outgoing' ? [concerned.reporterId] : [])];
  return carryOutOnEither(concerned, 'record-feedback', context, {
    changes: { feedback: [...(concerned.feedback ?? []), { text: command.text, unitIds: command.unitIds, at: context.now, by: context.actor }] },
    events: [{ type: 'fedBack', detail: { message: command.text, unitIds: command.unitIds.join(' ') } }],
    mails: toPeople(told, context, { mail: 'feedback' }, context.actor),
  });
};
