import { useLocation } from 'preact-iso/router';
import { caseColumns } from '../../case-list/case-columns.tsx';
import { MoreCases } from '../../case-list/more-cases.tsx';
import { useCaseList } from '../../case-list/use-case-list.ts';
import { Select } from '../../components/field/choices.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { Records } from '../../components/records/records.tsx';
import { bilingual } from '../../language/language.ts';

const texts = bilingual({
  title: 'Bevakning', lead: 'Ärenden som du utreder, själv eller i stället för någon. Försenade först.', caption: 'Bevakade ärenden', none: 'Du har inga ärenden att bevaka.', noneClosed: 'Inga avslutade ärenden.', show: 'Visa', open: 'Öppna', closed: 'Avslutade',
}, {
  title: 'Watch list', lead: 'Cases that you investigate, yourself or in somebody’s place. Overdue first.', caption: 'Watched cases', none: 'You have no cases to watch.', noneClosed: 'No closed cases.', show: 'Show', open: 'Open', closed: 'Closed',
});

/** What this user leads or takes part in (V3), whatever the role. */
export default function WatchPage() {
  const text = texts();
  const { query, route } = useLocation();
  const status = query['status'] === 'closed' ? 'closed' : 'open';
  const list = useCaseList({ view: 'watch', status });
  const form = useForm({ status });
  return (
    <Page title={text.title} lead={text.lead} wide>
      <div class="filters"><Select form={form} name="status" label={text.show} onChoose={(chosen) => route(`/watch?status=${chosen || 'open'}`)} options={[{ value: 'open', label: text.open }, { value: 'closed', label: text.closed }]} /></div>
      {list.cases === null && (list.failure !== null ? <Failed failure={list.failure} again={list.reload} /> : <Loading />)}
      {list.cases?.length === 0 && <p>{status === 'open' ? text.none : text.noneClosed}</p>}
      {list.cases !== null && list.cases.length > 0 && <Records caption={text.caption} columns={caseColumns(list.now)} rows={list.cases} keyOf={({ id }) => id} mark={({ overdue }) => overdue} />}
      {list.cases !== null && list.cases.length > 0 && <MoreCases list={list} />}
    </Page>
  );
}
