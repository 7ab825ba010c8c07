import { useState } from 'preact/hooks';
import type { RetentionRunList, RetentionRunSummary } from '../../../../../functions/contracts/keeping.ts';
import { call } from '../../../api/call.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { keepingWords } from '../../../language/keeping-words.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { hasRole } from '../../../session/session.ts';
import { Parts } from './parts.tsx';
import { keepingTexts } from './texts.ts';

type Rule = NonNullable<RetentionRunList['retention']>['rules'][number];
const sum = ({ tallies }: RetentionRunSummary, ...outcomes: readonly ('due' | 'held' | 'blocked' | 'exempted' | 'spared' | 'erased')[]): string =>
  String(tallies.reduce((total, tally) => total + outcomes.reduce((part, outcome) => part + tally[outcome], 0), 0));

/** Reports, those that wait for somebody first, and the rules that they are drawn up by. */
export function RunsPage() {
  const text = keepingTexts();
  const words = keepingWords();
  const reading = useReading('list-retention-runs', { query: {} });
  const [further, setFurther] = useState<readonly RetentionRunList[]>([]);
  const columns: readonly Column<RetentionRunSummary>[] = [
    { title: text.report, cell: ({ id }) => <a class="ds-link" href={`/collaboration/keeping/runs/${id}`}>{id}</a> },
    { title: text.state, cell: ({ state }) => words.state[state] },
    { title: text.due, cell: (run) => sum(run, 'due') },
    { title: text.stays, cell: (run) => sum(run, 'held', 'blocked', 'exempted', 'spared') },
    { title: text.erased, cell: (run) => sum(run, 'erased') },
  ];
  const last = further.at(-1) ?? reading.data;
  const runs = [...(reading.data?.runs ?? []), ...further.flatMap((page) => page.runs)];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Parts current="runs" />
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && (
        <>
          <section class="stack" aria-labelledby="keeping-runs">
            <h2 id="keeping-runs">{text.runs}</h2>
            {runs.length === 0 ? <p role="status">{text.none}</p> : <Records caption={text.runs} columns={columns} rows={runs} keyOf={({ id }) => id} mark={({ state }) => state === 'awaiting'} />}
            {last?.cursor && <Button kind="secondary" onClick={() => void call('list-retention-runs', { query: { cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
          </section>
          <Rules retention={reading.data.retention} />
        </>
      )}
    </Page>
  );
}

function Rules({ retention }: Pick<RetentionRunList, 'retention'>) {
  const text = keepingTexts();
  const words = keepingWords();
  const roles = vocabulary().role;
  const columns: readonly Column<Rule>[] = [
    { title: text.documentType, cell: ({ documentType }) => words.documentType[documentType] },
    { title: text.keep, cell: ({ keepMonths }) => text.months(keepMonths) },
    { title: text.from, cell: ({ from }) => words.start[from] },
    { title: text.ending, cell: ({ ending }) => words.ending[ending] },
    { title: text.ground, cell: ({ ground }) => ground },
  ];
  return (
    <section class="stack" aria-labelledby="keeping-rules">
      <h2 id="keeping-rules">{text.rules}</h2>
      <p>{text.rulesAbout} {hasRole('systemAdministrator') && <a class="ds-link" href="/administration/routines">{text.changeRules}</a>}</p>
      {retention === null || retention.rules.length === 0 ? <p>{text.noRules}</p> : (
        <>
          <p>{text.people(roles[retention.told], roles[retention.signOff], retention.graceDays)}</p>
          <Records caption={text.rules} columns={columns} rows={retention.rules} keyOf={({ documentType }) => documentType} />
        </>
      )}
      <p class="small">{text.goesByItself}</p>
    </section>
  );
}
