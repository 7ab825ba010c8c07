import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../api/call.ts';
import type { Answer } from '../../../api/client.ts';
import { useReading } from '../../../api/use-reading.ts';
import { ownerName } from '../../../case-parts/dispute/dispute-facts.tsx';
import { disputeTexts } from '../../../case-parts/dispute/texts.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { OverdueTag } from '../../../components/tag/tags.tsx';
import { longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { disputePageTexts } from './texts.ts';

/** Disputes across cases, those past their date first. */
export default function DisputeList() {
  const text = disputePageTexts();
  const words = disputeTexts();
  const form = useForm({ state: 'open' });
  const state = form.text('state') === 'ended' ? 'ended' : 'open';
  const reading = useReading('list-disputes', { query: { state } });
  const [further, setFurther] = useState<readonly Answer<'list-disputes'>[]>([]);
  useEffect(() => setFurther([]), [state]);
  const last = further.at(-1) ?? reading.data;
  const rows = [...(reading.data?.disputes ?? []), ...further.flatMap(({ disputes }) => disputes)];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <div class="filters" role="group" aria-label={text.filters}><Select form={form} name="state" label={text.state} options={[{ value: 'open', label: text.open }, { value: 'ended', label: text.ended }]} /></div>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && rows.length === 0 && !last?.cursor && <p role="status">{text.none}</p>}
      {rows.length > 0 && <Records caption={text.caption} rows={rows} keyOf={({ caseId, number }) => `${caseId} ${number}`} mark={({ overdue }) => overdue} columns={[
        { title: text.case, cell: ({ caseId, caseNumber }) => <a class="ds-link" href={`/collaboration/disputes/${caseId}`}>{caseNumber}</a> },
        { title: words.dispute, cell: ({ subject, counterpart }) => `${words.subject[subject]}, ${counterpart.name}` },
        { title: words.owner, cell: ownerName },
        { title: words.stage, cell: ({ stageName, ended }) => (ended ? words.outcome[ended.outcome] : stageName[language.value] ?? '') },
        { title: state === 'open' ? words.due : words.ended, cell: ({ dueAt, overdue, ended }) => (ended ? longDate(ended.decidedAt) : <>{longDate(dueAt)}{overdue && <span class="tags"><OverdueTag /></span>}</>) },
      ]} />}
      {last?.cursor && <Button kind="secondary" onClick={() => void call('list-disputes', { query: { state, cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
    </Page>
  );
}
