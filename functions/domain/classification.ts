import type { Case } from './case.ts';
import type { CommandContext, Outcome } from './command.ts';
import { carryOutOnEither, demandPossible } from './either-direction.ts';
import { NotAllowed } from './errors.ts';
import type { CauseArea, TargetGroup } from './vocabulary.ts';

/** What the handler settles for ladder, reports and figures, beside the report, which is never rewritten. */
export interface Classification {
  /** null: nobody knows. */
  readonly targetGroup: TargetGroup | null;
  /** Of an outgoing case: what the reply's root cause comes down to. An incoming one has its investigation's causes. */
  readonly causeAreas: readonly CauseArea[];
}

/** As the handler has settled it, else as reported; null: not known. */
export const targetGroupOf = ({ classification, report }: Pick<Case, 'classification'> & { readonly report: { readonly targetGroup?: TargetGroup | undefined } }): TargetGroup | null =>
  (classification === undefined ? report.targetGroup ?? null : classification.targetGroup);
/** Areas of causes, each once. */
export const causeAreasOf = (concerned: Case): readonly CauseArea[] =>
  [...new Set(concerned.direction === 'incoming' ? concerned.investigation.causes.map(({ area }) => area) : concerned.classification?.causeAreas ?? [])];

/** @throws NotAllowed (causes of a case that has an investigation), WrongStatus */
export const classifyCase = <Of extends Case>(concerned: Of, command: Classification, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'classify-case');
  if (concerned.direction === 'incoming' && command.causeAreas.length > 0) throw new NotAllowed('other-direction');
  const classification = { targetGroup: command.targetGroup, causeAreas: [...new Set(command.causeAreas)] };
  return carryOutOnEither(concerned, 'classify-case', context, {
    changes: { classification },
    events: [{ type: 'classified', detail: { targetGroup: classification.targetGroup, causeAreas: classification.causeAreas.join(' ') } }],
  });
};
