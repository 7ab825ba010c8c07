import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import type { FieldError } from '../../../api/field-errors.ts';
import { Checkbox, Select } from '../../../components/field/choices.tsx';
import { readDate, typedMoment } from '../../../components/field/moment.ts';
import type { Form, FormValue } from '../../../components/form/use-form.ts';
import { incomingActionTexts } from './texts.ts';

/** Our own units: those an incoming deviation can concern. */
export const ownUnits = (registers: RegistersView) => {
  const own = new Set(registers.organisations.filter((one) => one.own).map(({ id }) => id));
  return registers.units.filter(({ organisationId }) => own.has(organisationId));
};

/** One of the staff, those of the units concerned first, each under the name of the unit. */
export function StaffSelect<Name extends string>({ form, name, label, registers, first = [], without = [] }: {
  readonly form: Form<Name>; readonly name: Name; readonly label: string; readonly registers: RegistersView; readonly first?: readonly string[]; readonly without?: readonly string[];
}) {
  const place = (unitId: string) => (first.includes(unitId) ? first.indexOf(unitId) : first.length);
  const unitOf = (id: string) => registers.units.find((unit) => unit.id === id)?.name ?? '';
  const options = registers.staff.filter(({ id }) => !without.includes(id)).toSorted((a, b) => place(a.unitId) - place(b.unitId) || unitOf(a.unitId).localeCompare(unitOf(b.unitId), 'sv'))
    .map(({ id, name: person, title, unitId }) => ({ value: id, label: `${person}, ${title}`, group: unitOf(unitId) }));
  return <Select form={form} name={name} label={label} options={options} />;
}

/** The most concerned unit, then any others. */
export function ConcernedUnits({ form, registers }: { readonly form: Form<string>; readonly registers: RegistersView }) {
  const text = incomingActionTexts().accept;
  const units = ownUnits(registers);
  const first = form.text('unit');
  return <>
    <Select form={form} name="unit" label={text.unit} description={text.unitAbout} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
    <details class="more"><summary>{text.others}</summary><div class="choices">{units.filter(({ id }) => id !== first).map(({ id, name }) => <Checkbox key={id} form={form} name={`also-${id}`} label={name} />)}</div></details>
  </>;
}
export const unitValues = (registers: RegistersView, chosen: readonly string[]): Record<string, FormValue> => ({
  unit: chosen[0] ?? '', ...Object.fromEntries(ownUnits(registers).map(({ id }) => [`also-${id}`, chosen.slice(1).includes(id)])),
});
export const chosenUnits = (form: Form<string>, registers: RegistersView): string[] => [
  form.text('unit'), ...ownUnits(registers).map(({ id }) => id).filter((id) => id !== form.text('unit') && form.flag(`also-${id}`)),
].filter(Boolean);

export const dateNames = ['day', 'month', 'year'] as const;
export type DateName = (typeof dateNames)[number];
/** Empty, but for the year of the server's today. */
export const noDate = (now: string): Record<DateName, string> => ({ day: '', month: '', year: typedMoment(now).year });
export const dateOf = (now: string): Record<DateName, string> => {
  const { day, month, year } = typedMoment(now);
  return { day, month, year };
};
export const typedDate = (form: Form<string>): string | null => {
  const read = readDate({ day: form.text('day'), month: form.text('month'), year: form.text('year') });
  return 'date' in read ? read.date : null;
};
export function needsDate(form: Form<string>): readonly FieldError[] {
  const text = incomingActionTexts();
  const read = readDate({ day: form.text('day'), month: form.text('month'), year: form.text('year') });
  return 'date' in read ? [] : [{ field: 'day', text: read.fault === 'missing' ? text.dateMissing : text.dateWrong }];
}
