import type { MeetingView } from '../../../../../functions/contracts/meeting.ts';
import { categories } from '../../../../../functions/contracts/words.ts';
import { type Column, Records } from '../../../components/records/records.tsx';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { meetingTexts } from './texts.ts';

type Row = NonNullable<MeetingView['figures']>['rows'][number];
const measures = ['submitted', 'answered', 'overdue', 'closed'] as const;

/** V13b: totals and subjects of the period beside the one before. */
export function Figures({ meeting: { figures } }: { readonly meeting: MeetingView }) {
  const text = meetingTexts();
  if (!figures) return null;
  const titles = { submitted: text.submitted, answered: text.answered, overdue: text.late, closed: text.closed };
  const number = (count: number | null | undefined) => (count === null ? text.few : String(count ?? 0));
  const nameOf = ({ of, name, value }: Row): string => {
    if (of === 'total') return text.total;
    const category = categories.find((each) => each === value);
    return name?.[language.value] ?? (category === undefined ? value : vocabulary().category[category]);
  };
  const columns: readonly Column<Row>[] = [
    { title: text.what, cell: nameOf },
    ...measures.map((measure) => ({ title: titles[measure], cell: ({ now, before }: Row) => `${number(now[measure])} (${number(before[measure])})` })),
  ];
  return (
    <section class="stack" aria-labelledby="figures-title">
      <h2 id="figures-title">{text.figures}</h2>
      <p class="small">{text.figuresAbout(figures.period.from, figures.period.to)}</p>
      {(['outgoing', 'incoming'] as const).map((direction) => {
        const rows = figures.rows.filter((row) => row.direction === direction);
        return <div key={direction} class="stack"><h3>{text.direction[direction]}</h3><Records caption={text.direction[direction]} columns={columns} rows={rows} keyOf={({ of, value }) => `${of} ${value}`} mark={({ of }) => of === 'total'} /></div>;
      })}
      <p class="no-print"><a class="ds-link" href="/statistics">{text.statistics}</a> <a class="ds-link" href="/collaboration/reports">{text.reports}</a></p>
    </section>
  );
}
