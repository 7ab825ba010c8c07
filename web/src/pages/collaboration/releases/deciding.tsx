import type { ReleaseView } from '../../../../../functions/contracts/release.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { language } from '../../../language/language.ts';
import { releaseTexts } from './texts.ts';

const outcomes = ['released', 'partly', 'refused'] as const;

/** What leaves: all of it, some of it, or nothing, with the law. */
export function Deciding({ view, done, again }: { readonly view: ReleaseView; readonly done: (view: ReleaseView) => void; readonly again: () => Promise<void> }) {
  const text = releaseTexts();
  const decide = useSending('change-release');
  const form = useForm({ outcome: '', ground: '', note: '' });
  const refused = form.text('outcome') === 'refused';
  const send = async (): Promise<void> => {
    const outcome = outcomes.find((each) => each === form.text('outcome'));
    const faults: FieldError[] = outcome === undefined ? [{ field: 'outcome', text: text.outcomeMissing }] : [];
    form.fail(faults);
    if (outcome === undefined) return;
    const ground = refused && form.text('ground') !== '' ? form.text('ground') : null;
    const sent = await decide.send({ kind: 'decide', version: view.version, outcome, ground, note: form.text('note') }, { releaseId: view.id });
    if (sent === null) return;
    if ('failure' in sent) {
      form.fail(errorsOf(sent.failure, { '/outcome': 'outcome', '/ground': 'ground', '/note': 'note' }));
      if (sent.failure.problem?.code === 'stale-version') await again();
      return;
    }
    done(sent.answer);
  };
  return (
    <section class="panel no-print">
      <h2>{text.decide}</h2>
      <p>{text.decideAbout}</p>
      <FormFrame form={form} onSubmit={() => void send()} label={text.decide} command="change-release">
        <Radios form={form} name="outcome" label={text.outcome} options={outcomes.map((value) => ({ value, label: text.outcomes[value], description: text.outcomeAbout[value] }))} />
        {refused && <Select form={form} name="ground" label={text.groundFor} options={view.grounds.map(({ code, text: words }) => ({ value: code, label: `${code}: ${words[language.value]}` }))} />}
        <TextArea form={form} name="note" label={text.note} optional rows={3} most={2000} />
        <div class="buttons"><Button type="submit" busy={decide.busy}>{text.send}</Button></div>
      </FormFrame>
    </section>
  );
}
