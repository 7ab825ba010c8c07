import { useReading } from '../../../api/use-reading.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { OverdueTag, StoppedTag } from '../../../components/tag/tags.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import type { SectionProps } from '../sections.ts';
import { ReportPage } from './report.tsx';
import { reportTexts } from './texts.ts';

/** Reports by kind and period, each with its state and its clock; what is coming; and what has gone to one's groups instead. */
export default function ReportsPage({ rest }: SectionProps) {
  return rest === '' ? <ReportList /> : <ReportPage key={rest} id={rest} />;
}

function ReportList() {
  const text = reportTexts();
  const { data, failure, reload } = useReading('list-reports', {});
  if (!data) return failure === null ? <Loading /> : <Page title={text.title}><Failed failure={failure} again={() => void reload()} /></Page>;
  const lang = language.value;
  return (
    <Page title={text.title} lead={text.lead} wide>
      {data.reports.length === 0 ? data.copies.length + data.forwarded.length === 0 && <p>{text.none}</p> : (
        <Records caption={text.title} rows={data.reports} keyOf={({ id }) => id} mark={({ overdue }) => overdue} columns={[
          { title: text.report, cell: ({ id, title, name }) => <a class="ds-link" href={`/collaboration/reports/${id}`}>{title[lang]} {name}</a> },
          { title: text.status, cell: ({ status, overdue, stopped }) => <>{text.statuses[status]} {overdue && <OverdueTag />}{stopped && <StoppedTag />}</> },
          { title: text.due, cell: ({ status, draftAt, dueAt, feedbackBy, submittedAt }) => {
            const at = { waiting: draftAt, draft: dueAt, submitted: feedbackBy, done: submittedAt }[status];
            return at === null ? '' : `${text.clock[status]} ${longDate(at)}`;
          } },
        ]} />
      )}
      {data.coming.length > 0 && <section>
        <h2>{text.coming}</h2>
        <Records caption={text.coming} rows={data.coming} keyOf={({ kind }) => kind} columns={[
          { title: text.report, cell: ({ title, name }) => `${title[lang]} ${name}` }, { title: text.period, cell: ({ every }) => text.every[every] },
          { title: text.comingDraft, cell: ({ draftAt }) => longDate(draftAt) }, { title: text.clock.draft, cell: ({ dueAt }) => longDate(dueAt) },
        ]} />
      </section>}
      {data.copies.map(({ group, copies }) => <section key={group}>
        <h2>{text.copies}: {group}</h2>
        <p>{text.copiesOf(group)}</p>
        <Records caption={text.copies} rows={copies} keyOf={({ id }) => id} columns={[
          { title: text.month, cell: ({ month }) => month }, { title: text.counterpart, cell: ({ counterpart }) => counterpart }, { title: text.clause, cell: ({ clause }) => clause[lang] }, { title: text.what, cell: (copy) => copy.text },
        ]} />
      </section>)}
      {data.forwarded.length > 0 && <section>
        <h2>{text.faults}</h2>
        <Records caption={text.faults} rows={data.forwarded} keyOf={({ at, group }) => `${at} ${group}`} columns={[
          { title: text.from, cell: ({ report, name }) => `${report[lang]} ${name}` }, { title: text.fault, cell: (fault) => fault.text }, { title: text.submittedAt, cell: ({ at }) => dateAndTime(at) },
        ]} />
      </section>}
    </Page>
  );
}
