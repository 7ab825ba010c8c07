import { localDate } from '../calendar.ts';
import type { OutgoingCase } from '../case.ts';
import { targetGroupOf } from '../classification.ts';
import { clauseOf } from '../statistics/contribution.ts';
import type { LocalisedText } from '../vocabulary.ts';
import type { ReportRule } from './report-rule.ts';

/**
 * G4: what of a sent case goes to the group of its target group, instead of into the report. The text is the one that a
 * person confirmed and that left, and only where it tells of nobody (R4, R9): an identified one goes nowhere. The id leads to
 * no page, and says nothing of the case. Null: the case is none for a copy.
 */
export const copyOf = (
  concerned: OutgoingCase, { content, exceptions }: Pick<ReportRule, 'content' | 'exceptions'>, names: { readonly counterpart: (id: string) => string; readonly clause: (value: string) => LocalisedText },
): { readonly id: string; readonly groupId: string; readonly month: string; readonly counterpart: string; readonly clause: { readonly sv: string; readonly en: string }; readonly text: string } | null => {
  const { request } = concerned;
  const clause = clauseOf(concerned);
  const exception = exceptions.find(({ targetGroup }) => targetGroup === targetGroupOf(concerned));
  if (content !== 'shortfalls' || request === null || clause === null || exception === undefined || request.form === 'identified') return null;
  const named = names.clause(clause);
  return {
    id: `copy-${concerned.id}`, groupId: exception.groupId, month: localDate(request.sentAt).slice(0, 7), counterpart: names.counterpart(concerned.counterpartId), clause: { sv: named.sv, en: named.en }, text: request.snapshot,
  };
};
