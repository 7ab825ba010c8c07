import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { categories, targetGroups } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { publishedTexts } from './texts.ts';

/** N4: what anybody may read, without signing in: all descriptions, or one. */
export default function EventDescriptionsPage() {
  const number = useRoute().params['number'];
  return number === undefined || number === '' ? <List /> : <One number={number} />;
}

const aboutOf = ({ category, targetGroup }: Pick<Answer<'read-published-description'>, 'category' | 'targetGroup'>): string =>
  [vocabulary().category[category], ...(targetGroup === null ? [] : [incomingVocabulary().targetGroup[targetGroup]])].join(', ');

function List() {
  const text = publishedTexts();
  const form = useForm({ words: '', category: '', group: '' });
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({});
  const reading = useReading('list-published-descriptions', { query: asked });
  const [further, setFurther] = useState<readonly Answer<'list-published-descriptions'>[]>([]);
  useEffect(() => setFurther([]), [asked]);
  const last = further.at(-1) ?? reading.data;
  const rows = [...(reading.data?.descriptions ?? []), ...further.flatMap(({ descriptions }) => descriptions)];
  const search = () => setAsked(Object.fromEntries(Object.entries({ words: form.text('words').trim(), category: form.text('category'), targetGroup: form.text('group') }).filter(([, value]) => value !== '')));
  const searching = Object.keys(asked).length > 0;
  return (
    <Page title={text.title} lead={text.lead}>
      <search class="no-print">
        <FormFrame form={form} onSubmit={search} label={text.search}>
          <TextField form={form} name="words" label={text.words} inputMode="search" />
          <Select form={form} name="category" label={text.category} empty={text.anyCategory} options={categories.map((value) => ({ value, label: vocabulary().category[value] }))} />
          <Select form={form} name="group" label={text.targetGroup} empty={text.anyGroup} options={targetGroups.map((value) => ({ value, label: incomingVocabulary().targetGroup[value] }))} />
          <div class="buttons">
            <Button type="submit">{text.submit}</Button>
            {searching && <Button kind="tertiary" onClick={() => {
              form.setAll({ words: '', category: '', group: '' });
              setAsked({});
            }}>{text.clear}</Button>}
          </div>
        </FormFrame>
      </search>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      <p role="status">{reading.data && (rows.length === 0 ? (searching || last?.cursor ? text.none : text.noneYet) : text.found(rows.length, Boolean(last?.cursor)))}</p>
      {rows.map((one) => (
        <article class="panel" key={one.number} aria-labelledby={`title-${one.number}`}>
          <h2 id={`title-${one.number}`}><a class="ds-link" href={`/event-descriptions/${one.number}`}>{one.title}</a></h2>
          <p class="small">{aboutOf(one)}. {text.published(longDate(one.publishedAt))}</p>
          <p><Written>{one.beginning}</Written></p>
        </article>
      ))}
      {last?.cursor && <Button kind="secondary" onClick={() => void call('list-published-descriptions', { query: { ...asked, cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
    </Page>
  );
}

function One({ number }: { readonly number: string }) {
  const text = publishedTexts();
  const reading = useReading('read-published-description', { path: { number } });
  const back = <p class="no-print"><a class="ds-link" href="/event-descriptions">{text.back}</a></p>;
  if (!reading.data) {
    if (reading.failure === null) return <Loading />;
    if (reading.failure instanceof ApiFailure && reading.failure.code === 'not-found') return <Page title={text.gone} lead={text.goneLead}>{back}</Page>;
    return <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} />{back}</Page>;
  }
  const { data } = reading;
  return (
    <Page title={data.title} lead={aboutOf(data)}>
      <section class="panel">
        <Facts facts={(['event', 'action', 'followUp'] as const).map((part) => [text.parts[part], <Written>{data.texts[part]}</Written>] as const)} />
        <p class="small">{text.number} {data.number}. {text.published(longDate(data.publishedAt))}</p>
      </section>
      <div class="buttons no-print"><Button kind="tertiary" onClick={() => print()}>{text.print}</Button></div>
      {back}
    </Page>
  );
}
