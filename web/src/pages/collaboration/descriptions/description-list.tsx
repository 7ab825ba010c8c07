import { useEffect, useState } from 'preact/hooks';
import { descriptionListNames } from '../../../../../functions/contracts/event-description-lists.ts';
import { call } from '../../../api/call.ts';
import type { Answer } from '../../../api/client.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { vocabulary } from '../../../language/vocabulary.ts';
import { descriptionTexts } from './texts.ts';

/** Descriptions by where they are, newest first. */
export default function DescriptionList() {
  const text = descriptionTexts();
  const form = useForm({ list: 'open' });
  const list = descriptionListNames.find((one) => one === form.text('list')) ?? 'open';
  const reading = useReading('list-event-descriptions', { query: { list } });
  const [further, setFurther] = useState<readonly Answer<'list-event-descriptions'>[]>([]);
  useEffect(() => setFurther([]), [list]);
  const last = further.at(-1) ?? reading.data;
  const rows = [...(reading.data?.descriptions ?? []), ...further.flatMap(({ descriptions }) => descriptions)];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <p><a class="ds-link" href="/event-descriptions">{text.public}</a></p>
      <div class="filters" role="group" aria-label={text.filters}><Select form={form} name="list" label={text.list} options={descriptionListNames.map((value) => ({ value, label: text.lists[value] }))} /></div>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && rows.length === 0 && <p role="status">{text.none}</p>}
      {rows.length > 0 && <Records caption={text.caption} rows={rows} keyOf={({ id }) => id} columns={[
        { title: text.number, cell: ({ id, number }) => <a class="ds-link" href={`/collaboration/event-descriptions/${id}`}>{number}</a> },
        { title: text.name, cell: ({ title }) => title || text.untitled },
        { title: text.category, cell: ({ category }) => vocabulary().category[category] },
        { title: text.party, cell: ({ counterpart }) => counterpart },
        { title: text.state, cell: ({ state }) => text.states[state] },
      ]} />}
      {last?.cursor && <Button kind="secondary" onClick={() => void call('list-event-descriptions', { query: { list, cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
    </Page>
  );
}
