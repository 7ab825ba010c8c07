import { localDate } from '../calendar.ts';
import type { PatientInformation } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';
import { InvalidInput } from '../errors.ts';
import { informationPoints, type HarmDecision } from '../vocabulary.ts';
import { harmLawOf } from './serious-harm.ts';

/** L3: recorded by people, never filed by the system. @throws InvalidInput, WrongStatus */
export const recordHarmDecision = <Of extends Case>(
  concerned: Of, command: { decision: HarmDecision; reference: string; reason: string; decidedAt: string }, context: CommandContext,
): Outcome<Of> => {
  if (command.decidedAt > localDate(context.now)) throw new InvalidInput({ pointer: '/decidedAt', code: 'date-in-future' });
  if (command.decision === 'notNotified' ? command.reason === '' : command.reference === '') {
    throw new InvalidInput(command.decision === 'notNotified' ? { pointer: '/reason', code: 'reason-missing' } : { pointer: '/reference', code: 'reference-missing' });
  }
  const { decision, reference, reason, decidedAt } = command;
  return carryOutOnEither(concerned, 'record-harm-decision', context, {
    changes: { harmDecision: { decision, reference, reason, decidedAt, by: context.actor } },
    events: [{ type: 'harmDecided', detail: { law: harmLawOf(concerned), decision, reference, reason, decidedAt } }],
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
