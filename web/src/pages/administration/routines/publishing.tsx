import { useEffect, useState } from 'preact/hooks';
import type { RoutineCheck, RoutineList, RoutineTrial } from '../../../../../functions/contracts/routine-administration.ts';
import { call } from '../../../api/call.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Page } from '../../../components/page/page.tsx';
import { longDate } from '../../../language/dates.ts';
import { bilingual } from '../../../language/language.ts';
import Changes from './changes.tsx';
import { FaultList } from './fault-list.tsx';
import { routineTexts } from './texts.ts';
import { Trial } from './trial.tsx';

const texts = bilingual({
  title: 'Granska och publicera', lead: 'Så skiljer sig utkastet från den version som gäller. Öppna ärenden berörs inte.', none: 'Det finns inget utkast.', same: 'Utkastet är likadant som den version som gäller.', changes: 'Det som ändras',
  tryIt: 'Pröva på besvarade och avslutade ärenden', trying: 'Räknar…', from: 'Gäller från', fromHint: 'I dag eller senare. Versionen börjar gälla av sig själv den dagen; till dess kan den återkallas.',
  publish: 'Publicera', back: 'Tillbaka till utkastet', wrongDate: 'Skriv dag, månad och år.', past: 'Datumet har passerat. Välj i dag eller senare.', faulty: 'Utkastet har fel som måste rättas först.', stale: 'Utkastet har ändrats sedan sidan öppnades. Läs in sidan igen.',
  done: (version: number, date: string) => `Version ${version} är publicerad och gäller från ${date}.`, toList: 'Till rutinens versioner',
}, {
  title: 'Review and publish', lead: 'How the draft differs from the version in force. Open cases are not touched.', none: 'There is no draft.', same: 'The draft is the same as the version in force.', changes: 'What changes',
  tryIt: 'Try it on answered and ended cases', trying: 'Counting…', from: 'In force from', fromHint: 'Today or later. The version comes into force by itself that day; until then it can be withdrawn.',
  publish: 'Publish', back: 'Back to the draft', wrongDate: 'Write day, month and year.', past: 'The date has passed. Choose today or later.', faulty: 'The draft has faults that must be corrected first.', stale: 'The draft has changed since the page was opened. Reload the page.',
  done: (version: number, date: string) => `Version ${version} is published and in force from ${date}.`, toList: 'To the versions of the routine',
});

/** The draft in words, what it would have meant, and from when it is to stand. */
export default function PublishingPage({ list }: { readonly list: RoutineList }) {
  const text = texts();
  if (list.draft === null || !list.mayPublish) return <Page title={text.title} lead={text.none}><LinkButton href="/administration/routines" kind="secondary">{routineTexts().back}</LinkButton></Page>;
  return <Publishing list={list} draft={list.draft} />;
}

function Publishing({ list: { routineId, today }, draft }: { readonly list: RoutineList; readonly draft: NonNullable<RoutineList['draft']> }) {
  const text = texts();
  const [year = '', month = '', day = ''] = today.split('-');
  const form = useForm({ day: String(Number(day)), month: String(Number(month)), year });
  const [check, setCheck] = useState<RoutineCheck | null>(null);
  const [trial, setTrial] = useState<RoutineTrial | 'trying' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [published, setPublished] = useState<{ readonly version: number; readonly validFrom: string } | null>(null);
  const sending = useSending('publish-routine');
  const document = { ...draft.document };
  useEffect(() => {
    call('check-routine', { path: { routineId }, body: { document } }).then(setCheck, setFailure);
  }, [routineId, draft.revision]);
  const tryIt = () => {
    setTrial('trying');
    call('try-routine', { path: { routineId }, body: { document } }).then(setTrial, (error: unknown) => {
      setTrial(null);
      setFailure(error);
    });
  };
  const publish = async () => {
    const validFrom = [form.text('year').padStart(4, '0'), form.text('month').padStart(2, '0'), form.text('day').padStart(2, '0')].join('-');
    const sent = await sending.send({ revision: draft.revision, validFrom }, { routineId });
    if (sent === null) return;
    if ('answer' in sent) return setPublished({ version: sent.answer.version, validFrom });
    const { problem } = sent.failure;
    const at = problem?.errors?.find(({ pointer }) => pointer.endsWith('/validFrom'));
    if (at) form.fail([{ field: 'day', text: at.code === 'valid-from-past' ? text.past : text.wrongDate }]);
    else if (problem?.code === 'stale-version') form.fail([{ field: null, text: text.stale }]);
    else if (problem?.code === 'invalid-body') form.fail([{ field: null, text: text.faulty }]);
    else form.fail(errorsOf(sent.failure, {}));
  };
  if (published !== null) {
    return (
      <Page title={text.title}>
        <Notice color="success" live="status"><p>{text.done(published.version, longDate(published.validFrom))}</p></Notice>
        <LinkButton href="/administration/routines">{text.toList}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={text.title} lead={text.lead}>
      <LinkButton href="/administration/routines/draft" kind="tertiary">{text.back}</LinkButton>
      {failure !== null && <Failed failure={failure} />}
      <section class="stack">
        <h2>{text.changes}</h2>
        {check !== null && (check.changes.length === 0 ? <p>{text.same}</p> : <Changes changes={check.changes} />)}
      </section>
      <FaultList faults={check === null ? null : check.faults} checking={check === null} />
      <section class="stack">
        <div class="buttons"><Button kind="secondary" busy={trial === 'trying'} onClick={tryIt}>{text.tryIt}</Button></div>
        <div role="status">{trial === 'trying' ? text.trying : trial !== null && <Trial trial={trial} />}</div>
      </section>
      <FormFrame form={form} label={text.publish} command="publish-routine" onSubmit={() => void publish()}>
        <DateField form={form} names={['day', 'month', 'year']} label={text.from} description={text.fromHint} />
        <div class="buttons"><Button type="submit" busy={sending.busy}>{text.publish}</Button></div>
      </FormFrame>
    </Page>
  );
}
