import type { RegisterRowShape } from '../../../../../functions/contracts/register-administration.ts';
import { Records } from '../../../components/records/records.tsx';
import { fieldTexts } from './field-texts.ts';
import { registerTexts } from './texts.ts';

/** The calendar as a week: on each day, when it is on call. */
export function OnCallWeek({ rows }: { readonly rows: readonly RegisterRowShape[] }) {
  const text = registerTexts();
  const times = rows.flatMap(({ entry, ended }) => (entry.register === 'onCallTimes' && !ended ? [entry.value] : []));
  const days = [...fieldTexts().weekday.map((name, index) => ({ name, times: times.filter(({ weekdays }) => weekdays.includes(index + 1)) })), { name: text.holiday, times: times.filter(({ holidays }) => holidays) }];
  const said = (from: string, to: string) => (to > from ? `${from}–${to}` : from === '00:00' && to === '00:00' ? text.wholeDay : text.overnight(from, to));
  return <Records caption={text.week} rows={days} keyOf={({ name }) => name} columns={[
    { title: text.day, cell: ({ name }) => name },
    { title: text.onCall, cell: ({ times: of }) => of.map(({ from, to }) => said(from, to)).join(', ') || '–' },
  ]} />;
}
