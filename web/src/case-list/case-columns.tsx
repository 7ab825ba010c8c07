import type { CaseSummary } from '../../../functions/contracts/case.ts';
import type { Column } from '../components/records/records.tsx';
import { OverdueTag, StatusTag, StoppedTag } from '../components/tag/tags.tsx';
import { RecurringTag } from './recurring-tag.tsx';
import { relativeDay, shortDate } from '../language/dates.ts';
import { bilingual } from '../language/language.ts';
import { vocabulary } from '../language/vocabulary.ts';

const texts = bilingual({
  hidden: 'Skyddade uppgifter', number: 'Ärende', about: 'Gäller', to: 'Motpart', unitMissing: 'enhet saknas', publicParty: 'Allmänheten', state: 'Status', due: 'Nästa datum', noDue: 'inget', from: 'från', at: 'gäller', direction: { outgoing: 'utgående', incoming: 'inkommande' },
}, {
  hidden: 'Protected details', number: 'Case', about: 'Concerns', to: 'Counterpart', unitMissing: 'unit missing', publicParty: 'The public', state: 'Status', due: 'Next date', noDue: 'none', from: 'from', at: 'about', direction: { outgoing: 'outgoing', incoming: 'incoming' },
});

/** Columns of every list of cases. `now`: the server's, of the list. */
export function caseColumns(now: string): readonly Column<CaseSummary>[] {
  const text = texts();
  const words = vocabulary();
  const our = (one: CaseSummary) => one.reportingUnit && ` · ${one.direction === 'incoming' ? text.at : text.from} ${one.reportingUnit}`;
  return [
    { title: text.number, cell: (one) => <><a class="ds-link case-number" href={`/cases/${one.id}`}>{one.number}</a><span class="small">{text.direction[one.direction]}</span></> },
    { title: text.about, cell: (one) => (one.category === null ? text.hidden : <>{words.category[one.category]}<span class="small">{one.harm !== null && words.harm[one.harm]}{our(one)}</span>{one.protectedIdentity && <span class="small">{text.hidden}</span>}</>) },
    { title: text.to, cell: (one) => one.category !== null && <>{one.counterpart || text.publicParty}<span class="small">{one.externalUnit ?? (one.direction === 'outgoing' ? text.unitMissing : '')}</span></> },
    { title: text.state, cell: (one) => <span class="tags"><StatusTag status={one.status} />{one.overdue && <OverdueTag />}{one.recurring && <RecurringTag />}{one.stopped && <StoppedTag />}</span> },
    { title: text.due, cell: (one) => (one.dueAt === null ? one.category !== null && text.noDue : <><time dateTime={one.dueAt}>{shortDate(one.dueAt)}</time><span class="small">{relativeDay(one.dueAt, now)}</span></>) },
  ];
}
