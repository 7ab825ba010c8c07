import { useReading } from '../../../api/use-reading.ts';
import type { MeetingSummary } from '../../../../../functions/contracts/meeting.ts';
import { LinkButton } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { longDate } from '../../../language/dates.ts';
import { meetingTexts } from './texts.ts';

/** Meetings of the groups I stand in. */
export default function MeetingList() {
  const text = meetingTexts();
  const { data, failure, reload } = useReading('list-meetings', {});
  if (!data) return <Page title={text.title}>{failure === null ? <Loading /> : <Failed failure={failure} again={() => void reload()} />}</Page>;
  const today = data.now.slice(0, 10);
  const isComing = ({ state, date }: MeetingSummary) => state === 'planned' && date >= today;
  const columns: readonly Column<MeetingSummary>[] = [
    { title: text.when, cell: (one) => <a class="ds-link" href={`/collaboration/meetings/${one.id}`}>{longDate(one.date)}, {one.from}</a> },
    { title: text.group, cell: (one) => one.group.name },
    { title: text.where, cell: (one) => [one.place, one.video ? text.video : ''].filter(Boolean).join(' · ') },
    { title: text.items, cell: (one) => text.of(one.done, one.items) },
    { title: text.state, cell: (one) => (one.state === 'planned' && one.date < today ? text.notesMissing(longDate(one.notesDueOn)) : text.states[one.state]) },
  ];
  const table = (title: string, rows: readonly MeetingSummary[]) => (
    <section class="stack"><h2>{title}</h2>{rows.length === 0 ? <p>{text.none}</p> : <Records caption={title} columns={columns} rows={rows} keyOf={({ id }) => id} />}</section>
  );
  const mayPlan = data.groups.some(({ as, nextBy }) => as === 'convener' && nextBy !== null);
  return (
    <Page title={text.title} lead={text.lead} wide>
      {data.groups.length === 0 && <p>{text.noGroups}</p>}
      {data.groups.filter(({ as, nextBy, planned }) => as === 'convener' && nextBy !== null && !planned).map((group) => (
        <Notice key={group.id} color="info"><p>{text.due(group.name, longDate(group.nextBy ?? today))} <a class="ds-link" href={`/collaboration/meetings/plan?group=${group.id}`}>{text.planFor(group.name)}</a></p></Notice>
      ))}
      {mayPlan && <div class="buttons no-print"><LinkButton href="/collaboration/meetings/plan">{text.plan}</LinkButton></div>}
      {table(text.coming, data.meetings.filter(isComing).toReversed())}
      {table(text.earlier, data.meetings.filter((one) => !isComing(one)))}
    </Page>
  );
}
