import { useState } from 'preact/hooks';
import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { Button } from '../../components/button/button.tsx';
import { useSending } from '../../components/form/use-sending.ts';
import { Failed } from '../../components/page/page.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { statisticsTexts } from './texts.ts';

/** For those who answer for the system: the figures made anew from the cases, and how far that is. */
export function Recomputing({ view, reload }: { readonly view: StatisticsView; readonly reload: () => Promise<void> }) {
  const text = statisticsTexts();
  const { busy, send } = useSending('recompute-statistics');
  const [failure, setFailure] = useState<unknown>(null);
  const begin = async () => {
    const sent = await send({});
    setFailure(sent && 'failure' in sent ? sent.failure : null);
    await reload();
  };
  return (
    <section>
      <h2>{text.recompute}</h2>
      <p>{text.recomputeAbout}</p>
      {failure !== null && <Failed failure={failure} />}
      <p role="status">{view.recomputing ? text.recomputing(String(view.recomputing.done)) : view.recomputedAt ? text.recomputedAt(dateAndTime(view.recomputedAt)) : ''}</p>
      <div class="buttons">
        <Button kind="secondary" busy={busy} onClick={() => void begin()}>{view.recomputing ? text.goOn : text.recompute}</Button>
        {view.recomputing && <Button kind="tertiary" onClick={() => void reload()}>{text.refresh}</Button>}
      </div>
    </section>
  );
}
