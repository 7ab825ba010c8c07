import { useLocation } from 'preact-iso/router';
import type { ReleaseSummary } from '../../../../../functions/contracts/release.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { releaseTexts } from './texts.ts';

const receivers = ['journalist', 'researcher', 'party', 'relative', 'authority', 'otherOrUnknown'] as const satisfies readonly ReleaseSummary['receiver'][];

export function ReleaseList() {
  const text = releaseTexts();
  const reading = useReading('list-releases', {});
  const columns: readonly Column<ReleaseSummary>[] = [
    { title: text.numbers, cell: ({ id, numbers }) => <a class="ds-link" href={`/collaboration/releases/${id}`}>{numbers.join(', ')}</a> },
    { title: text.when, cell: ({ at }) => dateAndTime(at) },
    { title: text.receiver, cell: ({ receiver }) => text.receivers[receiver] },
    { title: text.state, cell: ({ decision }) => (decision === null ? text.undecided : text.outcomes[decision.outcome]) },
    { title: text.by, cell: ({ by }) => by.name },
  ];
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  if (!reading.data.mayRelease) return <Page title={text.title} lead={text.lead}><Notice><p>{text.refused}</p></Notice></Page>;
  return (
    <Page title={text.title} lead={text.lead}>
      <Start />
      <section class="stack">
        <h2>{text.earlier}</h2>
        {reading.data.releases.length === 0 ? <p>{text.none}</p> : <Records caption={text.earlier} columns={columns} rows={reading.data.releases} keyOf={({ id }) => id} />}
      </section>
    </Page>
  );
}

function Start() {
  const text = releaseTexts();
  const { route } = useLocation();
  const start = useSending('start-release');
  const form = useForm({ numbers: '', receiver: '', reference: '' });
  const send = async (): Promise<void> => {
    const numbers = form.text('numbers').split(/[,;\n]/).map((each) => each.trim()).filter(Boolean);
    const receiver = receivers.find((each) => each === form.text('receiver'));
    const faults: FieldError[] = [
      ...(numbers.length === 0 ? [{ field: 'numbers', text: text.numbersMissing }] : []),
      ...(receiver === undefined ? [{ field: 'receiver', text: text.receiverMissing }] : []),
    ];
    form.fail(faults);
    if (receiver === undefined || faults.length > 0) return;
    const sent = await start.send({ numbers, receiver, reference: form.text('reference') });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/numbers': 'numbers', '/receiver': 'receiver', '/reference': 'reference' }));
    route(`/collaboration/releases/${sent.answer.id}`);
  };
  return (
    <FormFrame form={form} onSubmit={() => void send()} label={text.start} command="start-release">
      <TextField form={form} name="numbers" label={text.numbers} description={text.numbersAbout} />
      <Select form={form} name="receiver" label={text.receiver} options={receivers.map((value) => ({ value, label: text.receivers[value] }))} />
      <TextField form={form} name="reference" label={text.reference} description={text.referenceAbout} optional />
      <div class="buttons"><Button type="submit" busy={start.busy}>{text.make}</Button></div>
    </FormFrame>
  );
}
