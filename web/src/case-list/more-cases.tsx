import { Button } from '../components/button/button.tsx';
import { Failed } from '../components/page/page.tsx';
import { bilingual } from '../language/language.ts';
import type { CaseListState } from './use-case-list.ts';

const texts = bilingual({
  shown: (count: number) => (count === 1 ? 'Visar 1 ärende.' : `Visar ${count} ärenden.`), more: 'Visa fler',
}, {
  shown: (count: number) => (count === 1 ? 'Showing 1 case.' : `Showing ${count} cases.`), more: 'Show more',
});

/** How many are shown, said aloud when it changes, and the next page. */
export function MoreCases({ list }: { readonly list: CaseListState }) {
  const text = texts();
  return (
    <div class="stack">
      {list.failure !== null && <Failed failure={list.failure} again={list.showMore} />}
      <p class="small" role="status">{text.shown(list.cases?.length ?? 0)}</p>
      {list.more && <Button kind="secondary" busy={list.loading} onClick={list.showMore}>{text.more}</Button>}
    </div>
  );
}
