import { Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { profile } from '../../../session/session.ts';
import { groupTexts } from './texts.ts';

/** My groups (R6): as what I stand in each. */
export default function GroupsPage() {
  const text = groupTexts();
  const groups = profile.value?.groups ?? [];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Records caption={text.title} rows={groups} keyOf={({ id }) => id} columns={[
        { title: text.group, cell: ({ name }) => name },
        { title: text.kind, cell: ({ kind }) => text.kinds[kind] },
        { title: text.standing, cell: ({ as }) => text.standings[as] },
      ]} />
    </Page>
  );
}
