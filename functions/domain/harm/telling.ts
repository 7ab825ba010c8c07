import { localDate } from '../calendar.ts';
import type { CaseParts } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, EventDraft, MailDraft } from '../command.ts';
import { toUser } from '../command.ts';
import { harmDecisionDueAt } from '../deadlines.ts';
import { responsibleHolders } from '../role-holders.ts';
import { harmLawOf, harmRoleOf, type HarmFacts } from './serious-harm.ts';

export interface Telling {
  readonly changes: Pick<CaseParts, 'harmTrack'>;
  readonly events: readonly EventDraft[];
  readonly mails: readonly MailDraft[];
}
/** What a case that turns out serious leaves behind: the decision's clock, an event, and a mail to those who decide. `before`: what was known so far; null: nothing. */
export const tellOfSeriousHarm = (before: HarmFacts | null, after: HarmFacts & Pick<Case, 'owningUnitId'>, { register, routine, now, actor }: CommandContext): Telling => {
  const role = harmRoleOf(after, routine);
  if (role === null || (before !== null && harmRoleOf(before, routine) === role)) return { changes: {}, events: [], mails: [] };
  const told = responsibleHolders(register, { responsible: role, owningUnitId: after.owningUnitId }, localDate(now));
  return {
    changes: { harmTrack: { toldAt: now, dueAt: harmDecisionDueAt(now, routine.harm), told } },
    events: [{ type: 'seriousHarmTold', detail: { role, law: harmLawOf(after) } }],
    mails: told.filter((userId) => userId !== actor).map((userId) => ({ mail: 'seriousHarm', to: toUser(userId), occasion: 'seriousHarm' })),
  };
};
