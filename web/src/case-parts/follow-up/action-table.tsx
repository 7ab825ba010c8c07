import type { FollowUpView, ActionView } from '../../../../functions/contracts/follow-up.ts';
import { Written } from '../../components/facts/facts.tsx';
import { type Column, Records } from '../../components/records/records.tsx';
import { OverdueTag } from '../../components/tag/tags.tsx';
import { longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { storyTexts } from '../story-texts.ts';

export function ActionTable({ view: { actions } }: { readonly view: FollowUpView }) {
  const text = storyTexts();
  const words = incomingVocabulary();
  const columns: readonly Column<ActionView>[] = [
    { title: text.action, cell: (one) => <><Written>{one.text}</Written><span class="small">{words.actionKind[one.kind]}</span></> },
    { title: text.who, cell: (one) => <>{one.responsible.name}<span class="small">{one.unit.name}</span></> },
    { title: text.state, cell: (one) => <>{one.doneAt !== null ? text.done(longDate(one.doneAt)) : one.due !== null ? text.dueBy(longDate(one.due)) : ''}{one.overdue && <span class="tags"><OverdueTag /></span>}{one.effect && <span class="small">{text.effect}: {one.effect}</span>}</> },
  ];
  return actions.length === 0 ? <p>{text.noActions}</p> : <Records caption={text.actionsCaption} columns={columns} rows={actions} keyOf={({ id }) => id} mark={({ overdue }) => overdue} />;
}
