import { useState } from 'preact/hooks';
import type { RoutineList } from '../../../../../functions/contracts/routine-administration.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/field/choices.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { longDate } from '../../../language/dates.ts';
import { problemTexts } from '../../../language/problem-texts.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { routineTexts } from './texts.ts';

/** R8: when the routine itself is to be gone through, and that it has been. */
export function YearlyReview({ list: { routineId, review }, reload }: { readonly list: RoutineList; readonly reload: () => Promise<void> }) {
  const text = routineTexts();
  const form = useForm({ outcome: '', note: '' });
  const sending = useSending('record-routine-review');
  const [done, setDone] = useState(false);
  const send = async () => {
    const outcome = (['unchanged', 'toBeChanged'] as const).find((each) => each === form.text('outcome'));
    if (outcome === undefined) return form.fail([{ field: 'outcome', text: problemTexts().field.required }]);
    const sent = await sending.send({ outcome, note: form.text('note') }, { routineId });
    if (sent === null) return;
    form.fail('failure' in sent ? errorsOf(sent.failure, { '/outcome': 'outcome', '/note': 'note' }) : []);
    if ('failure' in sent) return;
    form.setAll({ outcome: '', note: '' });
    setDone(true);
    await reload();
  };
  return (
    <section class="stack">
      <h2>{text.yearly}</h2>
      <p>{text.due(longDate(review.dueOn), vocabulary().role[review.role])}{review.lastAt !== null && ` ${text.last(longDate(review.lastAt))}`}</p>
      {review.overdue && <Notice color="warning"><p>{text.late}</p></Notice>}
      {done && <Notice color="success" live="status"><p>{text.recorded}</p></Notice>}
      {review.mayRecord && (
        <details class="more" open={review.overdue}>
          <summary>{text.record}</summary>
          <FormFrame form={form} label={text.record} command="record-routine-review" onSubmit={() => void send()}>
            <Radios form={form} name="outcome" label={text.outcome} options={[{ value: 'unchanged', label: text.outcomes.unchanged }, { value: 'toBeChanged', label: text.outcomes.toBeChanged }]} />
            <TextArea marking={null} form={form} name="note" label={text.note} most={2000} />
            <Button type="submit" busy={sending.busy}>{text.record}</Button>
          </FormFrame>
        </details>
      )}
    </section>
  );
}
