import type { SimilarCases } from '../../../../functions/contracts/similar.ts';
import { useReading } from '../../api/use-reading.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed } from '../../components/page/page.tsx';
import { StatusTag } from '../../components/tag/tags.tsx';
import { shortDate } from '../../language/dates.ts';
import { bilingual, language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';

const texts = bilingual({
  title: 'Liknande ärenden', about: 'Med samma motpart under året före ärendet.', none: 'Inga liknande ärenden under året före.',
  recurring: (count: string, per: string) => `När det märktes gällde ${count} ärenden med samma motpart samma sak ${per}. Överväg om det är en återkommande brist.`,
  per: { month: 'under månaden', quarter: 'under kvartalet', halfYear: 'under halvåret', year: 'under året' },
  by: { clause: 'Samma punkt', category: 'Samma kategori', unit: 'Samma enhet' },
  count: (count: string) => `${count} st`, hidden: (count: string) => `${count} till, som är äldre eller som du inte har del i.`, hiddenCase: 'Skyddade uppgifter',
}, {
  title: 'Similar cases', about: 'With the same counterpart in the year before the case.', none: 'No similar cases in the year before.',
  recurring: (count: string, per: string) => `When it was noticed, ${count} cases with the same counterpart concerned the same thing ${per}. Consider whether it is a recurring shortfall.`,
  per: { month: 'within the month', quarter: 'within the quarter', halfYear: 'within the half-year', year: 'within the year' },
  by: { clause: 'Same clause', category: 'Same category', unit: 'Same unit' },
  count: (count: string) => count, hidden: (count: string) => `${count} more, older or with no part of yours.`, hiddenCase: 'Protected details',
});

type Kind = SimilarCases['kinds'][number];
const categoryWords = (value: string): string => {
  const words: Readonly<Record<string, string>> = vocabulary().category;
  return words[value] ?? value;
};

/** Earlier cases like this one: by clause, category and unit, the newest first. */
export default function Similar({ caseId }: { readonly caseId: string }) {
  const { data, failure, reload } = useReading('list-similar-cases', { path: { caseId } });
  const text = texts();
  return (
    <section class="panel" aria-labelledby="similar-title">
      <h2 id="similar-title">{text.title}</h2>
      {failure !== null && <Failed failure={failure} again={() => void reload()} />}
      {data?.recurrence && <Notice color="warning"><p>{text.recurring(String(data.recurrence.count), text.per[data.recurrence.per])}</p></Notice>}
      {data && (data.kinds.length === 0 ? <p>{text.none}</p> : <p class="small">{text.about}</p>)}
      {data?.kinds.map((kind) => <Alike key={kind.by} kind={kind} />)}
    </section>
  );
}

function Alike({ kind: { by, value, name, count, cases } }: { readonly kind: Kind }) {
  const text = texts();
  const left = count - cases.length;
  return (
    <details class="more" open={by === 'clause'}>
      <summary>{text.by[by]}: {name?.[language.value] ?? categoryWords(value)} ({text.count(String(count))})</summary>
      {cases.length > 0 && <ul class="ds-list">
        {cases.map((one) => (
          <li key={one.id}>
            <a class="ds-link case-number" href={`/cases/${one.id}`}>{one.number}</a> <time dateTime={one.createdAt}>{shortDate(one.createdAt)}</time>{' '}
            {one.category === null ? text.hiddenCase : [vocabulary().category[one.category], one.externalUnit].filter((part) => part !== null).join(', ')} <StatusTag status={one.status} />
          </li>
        ))}
      </ul>}
      {left > 0 && <p class="small">{text.hidden(String(left))}</p>}
    </details>
  );
}
