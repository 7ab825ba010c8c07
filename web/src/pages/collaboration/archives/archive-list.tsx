import { useLocation } from 'preact-iso/router';
import type { ArchiveSummary } from '../../../../../functions/contracts/archive.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox, Select } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { readDate } from '../../../components/field/moment.ts';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { archiveTexts } from './texts.ts';

export function ArchiveList() {
  const text = archiveTexts();
  const reading = useReading('list-archives', {});
  const columns: readonly Column<ArchiveSummary>[] = [
    { title: text.when, cell: ({ id, at }) => <a class="ds-link" href={`/collaboration/archives/${id}`}>{dateAndTime(at)}</a> },
    { title: text.what, cell: ({ selection: { direction, from, to } }) => [direction === undefined ? text.both : text[direction], [from, to].some(Boolean) ? `${from ?? ''} – ${to ?? ''}` : ''].filter(Boolean).join(', ') },
    { title: text.cases, cell: ({ progress }) => String(progress.total) },
    { title: text.state, cell: ({ status }) => text.status[status] },
  ];
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  if (!reading.data.mayRelease) return <Page title={text.title} lead={text.lead}><Notice><p>{text.refused}</p></Notice></Page>;
  return (
    <Page title={text.title} lead={text.lead}>
      <Order />
      <section class="stack">
        <h2>{text.earlier}</h2>
        {reading.data.archives.length === 0 ? <p>{text.none}</p> : <Records caption={text.earlier} columns={columns} rows={reading.data.archives} keyOf={({ id }) => id} />}
      </section>
    </Page>
  );
}

function Order() {
  const text = archiveTexts();
  const { route } = useLocation();
  const registers = useReading('read-registers', {});
  const start = useSending('start-archive');
  const form = useForm({ direction: '', endedOnly: true, unitId: '', fromDay: '', fromMonth: '', fromYear: '', toDay: '', toMonth: '', toYear: '', withReferences: false, reason: '' });
  // From a report of what will go (L9a).
  const run = /^\d{4}-\d{2}$/.exec(new URLSearchParams(location.search).get('run') ?? '')?.[0];
  const own = new Set(registers.data?.organisations.filter((each) => each.own).map(({ id }) => id));
  const units = (registers.data?.units ?? []).filter(({ organisationId }) => own.has(organisationId)).map(({ id, name }) => ({ value: id, label: name }));

  const send = async (): Promise<void> => {
    const from = readDate({ day: form.text('fromDay'), month: form.text('fromMonth'), year: form.text('fromYear') });
    const to = readDate({ day: form.text('toDay'), month: form.text('toMonth'), year: form.text('toYear') });
    const faults: FieldError[] = [
      ...('fault' in from && from.fault === 'dateWrong' ? [{ field: 'fromDay', text: text.dateWrong }] : []),
      ...('fault' in to && to.fault === 'dateWrong' ? [{ field: 'toDay', text: text.dateWrong }] : []),
      ...(form.flag('withReferences') && form.text('reason').trim() === '' ? [{ field: 'reason', text: text.reasonMissing }] : []),
    ];
    form.fail(faults);
    if (faults.length > 0) return;
    const direction = (['outgoing', 'incoming'] as const).find((each) => each === form.text('direction'));
    const unitId = form.text('unitId');
    const sent = await start.send({
      selection: { endedOnly: run === undefined && form.flag('endedOnly'), ...(run !== undefined && { retentionRunId: run }), ...(direction && { direction }), ...(unitId !== '' && { unitId }), ...('date' in from && { from: from.date }), ...('date' in to && { to: to.date }) },
      withPatientReferences: form.flag('withReferences'), reason: form.text('reason'),
    });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/selection/from': 'fromDay', '/selection/to': 'toDay', '/selection/unitId': 'unitId', '/reason': 'reason' }));
    route(`/collaboration/archives/${sent.answer.id}`);
  };
  return (
    <FormFrame form={form} onSubmit={() => void send()} label={text.order} command="start-archive">
      {run !== undefined && <Notice><p>{text.ofRun(run)}</p></Notice>}
      <Select form={form} name="direction" label={text.direction} empty={text.both} options={[{ value: 'outgoing', label: text.outgoing }, { value: 'incoming', label: text.incoming }]} />
      {run === undefined && <Checkbox form={form} name="endedOnly" label={text.endedOnly} />}
      <DateField form={form} names={['fromDay', 'fromMonth', 'fromYear']} label={text.from} description={text.fromAbout} optional />
      <DateField form={form} names={['toDay', 'toMonth', 'toYear']} label={text.to} optional />
      <Select form={form} name="unitId" label={text.unit} empty={text.allUnits} options={units} />
      <Checkbox form={form} name="withReferences" label={text.withReferences} description={text.withReferencesAbout} />
      <TextField form={form} name="reason" label={text.reason} optional={!form.flag('withReferences')} />
      <div class="buttons"><Button type="submit" busy={start.busy}>{text.send}</Button></div>
    </FormFrame>
  );
}
