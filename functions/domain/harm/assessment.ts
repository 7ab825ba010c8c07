import { localDate } from '../calendar.ts';
import type { HarmAssessment } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { toUser } from '../command.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { holdersOf } from '../role-holders.ts';
import { medicationCategories } from '../vocabulary.ts';
import { reviewingRoles } from './reviewing.ts';
import { awaitsReview } from './serious-harm.ts';
import { tellOfSeriousHarm } from './telling.ts';

export type Assessment = Pick<HarmAssessment, 'harm' | 'seriousRisk' | 'consequence' | 'probability' | 'note'> & { readonly nccMerp: HarmAssessment['nccMerp'] | null };

/** A new assessment replaces the last, and its review. What turns out serious is told at once (L3). @throws InvalidInput, WrongStatus */
export const assessHarm = <Of extends Case>(concerned: Of, command: Assessment, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'assess-harm');
  const { harm, seriousRisk, consequence, probability, nccMerp, note } = command;
  if (nccMerp && !medicationCategories.some((each) => each === concerned.report.category)) throw new InvalidInput({ pointer: '/nccMerp', code: 'not-medication' });
  const harmAssessment: HarmAssessment = { harm, seriousRisk, consequence, probability, ...(nccMerp && { nccMerp }), note, by: context.actor, at: context.now };
  const { report, owningUnitId } = concerned;
  const told = tellOfSeriousHarm(concerned, { report, owningUnitId, harmAssessment }, context);
  const reviewers = awaitsReview({ report, harmAssessment }, context.routine)
    ? [...new Set(reviewingRoles({ report }).flatMap((role) => holdersOf(context.register, role, localDate(context.now))))].filter((userId) => userId !== context.actor)
    : [];
  return carryOutOnEither(concerned, 'assess-harm', context, {
    changes: { harmAssessment, ...told.changes },
    events: [{ type: 'harmAssessed', detail: { harm, seriousRisk, consequence, probability, nccMerp: nccMerp ?? null, note } }, ...told.events],
    mails: [...told.mails, ...reviewers.map((userId) => ({ mail: 'harmReviewWanted', to: toUser(userId) }) as const)],
  });
};

/** By another person than the one who assessed. @throws NotAllowed, InvalidInput, WrongStatus */
export const reviewHarm = <Of extends Case>(concerned: Of, command: { readonly note: string }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'review-harm');
  const { harmAssessment } = concerned;
  if (harmAssessment === undefined || harmAssessment.review !== undefined) throw new InvalidInput({ pointer: '/note', code: 'already-there' });
  if (harmAssessment.by === context.actor) throw new NotAllowed('reviewer-is-assessor');
  return carryOutOnEither(concerned, 'review-harm', context, {
    changes: { harmAssessment: { ...harmAssessment, review: { by: context.actor, at: context.now, note: command.note } } },
    events: [{ type: 'harmReviewed', detail: { note: command.note } }],
  });
};
