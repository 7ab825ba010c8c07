import { useReading } from '../../../api/use-reading.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Recomputing } from '../../statistics/recomputing.tsx';
import { statisticsTexts } from '../../statistics/texts.ts';

/** The figures made anew from the cases; what they say stands on their own page. */
export default function Figures() {
  const { data, failure, reload } = useReading('read-statistics', { query: { by: 'month' } });
  const text = statisticsTexts();
  if (data === null && failure === null) return <Loading />;
  return (
    <Page title={text.title}>
      {failure !== null && <Failed failure={failure} again={() => void reload()} />}
      <p><a class="ds-link" href="/statistics">{text.toFigures}</a></p>
      {data !== null && <Recomputing view={data} reload={reload} />}
    </Page>
  );
}
