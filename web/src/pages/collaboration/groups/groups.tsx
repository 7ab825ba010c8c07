import { useReading } from '../../../api/use-reading.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { longDate } from '../../../language/dates.ts';
import type { SectionProps } from '../sections.ts';
import { OneGroup } from './one-group.tsx';
import { groupTexts } from './texts.ts';

/** My groups (R6): as what I stand in each, and what waits there. */
export default function GroupsPage({ rest }: SectionProps) {
  return rest === '' ? <MyGroups /> : <OneGroup groupId={rest} />;
}
function MyGroups() {
  const text = groupTexts();
  const reading = useReading('list-groups', {});
  if (reading.data === null) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const { groups } = reading.data;
  return (
    <Page title={text.title} lead={text.lead} wide>
      {groups.length === 0 ? <p>{text.noGroups}</p> : (
        <Records caption={text.title} rows={groups} keyOf={({ id }) => id} mark={({ overdue }) => overdue > 0} columns={[
          { title: text.group, cell: ({ id, name }) => <a class="ds-link" href={`/collaboration/groups/${id}`}>{name}</a> },
          { title: text.kind, cell: ({ kind }) => text.kinds[kind] },
          { title: text.standing, cell: ({ as }) => text.standings[as] },
          { title: text.waiting, cell: ({ waiting, overdue }) => <>{waiting}{overdue > 0 && <> <span class="ds-tag" data-color="danger">{text.overdue(overdue)}</span></>}</> },
          { title: text.nextDue, cell: ({ nextDueAt }) => (nextDueAt === null ? '' : longDate(nextDueAt)) },
        ]} />
      )}
    </Page>
  );
}
