import { useState } from 'preact/hooks';
import { useReading } from '../../../api/use-reading.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Analysis } from './analysis.tsx';
import { analysisTexts } from './texts.ts';

const states = ['proposed', 'accepted', 'done', 'declined'] as const;

/** V13d: proposals that wait for those who decide, and what came of the others. */
export default function DeepAnalysesPage() {
  const text = analysisTexts();
  const { data, failure, reload } = useReading('list-deep-analyses', { query: {} });
  const registers = useReading('read-registers', {});
  const [said, setSaid] = useState('');
  if (!data) return <Page title={text.title}>{failure === null ? <Loading /> : <Failed failure={failure} again={() => void reload()} />}</Page>;
  const going = { registers: registers.data, now: data.now, done: (words: string) => void reload().then(() => setSaid(words)) };
  return (
    <Page title={text.title} lead={text.lead} wide>
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      {data.analyses.length === 0 && <p>{data.inRoutine ? text.none : text.notInRoutine}</p>}
      {states.map((state) => {
        const of = data.analyses.filter((analysis) => analysis.state === state);
        return of.length > 0 && (
          <section key={state} class="stack">
            <h2>{text.states[state]}</h2>
            <ul class="stack plain">{of.map((analysis) => <li key={`${analysis.id}-${analysis.version}`} class="panel"><h3>{text.of(analysis.case.number)}</h3><Analysis analysis={analysis} going={going} linked /></li>)}</ul>
          </section>
        );
      })}
    </Page>
  );
}
