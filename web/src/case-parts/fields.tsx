import type { RegistersView } from '../../../functions/contracts/register.ts';
import type { FieldError } from '../api/field-errors.ts';
import { Select } from '../components/field/choices.tsx';
import { readDate, typedMoment } from '../components/field/moment.ts';
import type { Form } from '../components/form/use-form.ts';
import { partTexts } from './texts.ts';

/** Our own units: those an incoming deviation can concern. `chosen`: offered even when no longer in use. */
export const ownUnits = (registers: RegistersView, chosen: readonly string[] = []) => {
  const own = new Set(registers.organisations.filter((one) => one.own).map(({ id }) => id));
  return registers.units.filter(({ id, organisationId, closed }) => own.has(organisationId) && (closed !== true || chosen.includes(id)));
};
/** Staff who can be given something, and those of `chosen`, who have it. */
export const staffInUse = (registers: RegistersView, chosen: readonly string[] = []) => registers.staff.filter(({ id, closed }) => closed !== true || chosen.includes(id));

/** One of the staff, those of the units concerned first, each under the name of the unit. */
export function StaffSelect<Name extends string>({ form, name, label, registers, first = [], without = [] }: {
  readonly form: Form<Name>; readonly name: Name; readonly label: string; readonly registers: RegistersView; readonly first?: readonly string[]; readonly without?: readonly string[];
}) {
  const place = (unitId: string) => (first.includes(unitId) ? first.indexOf(unitId) : first.length);
  const unitOf = (id: string) => registers.units.find((unit) => unit.id === id)?.name ?? '';
  const options = staffInUse(registers, [form.text(name)]).filter(({ id }) => !without.includes(id)).toSorted((a, b) => place(a.unitId) - place(b.unitId) || unitOf(a.unitId).localeCompare(unitOf(b.unitId), 'sv'))
    .map(({ id, name: person, title, unitId }) => ({ value: id, label: `${person}, ${title}`, group: unitOf(unitId) }));
  return <Select form={form} name={name} label={label} options={options} />;
}

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
  const text = partTexts();
  const read = readDate({ day: form.text('day'), month: form.text('month'), year: form.text('year') });
  return 'date' in read ? [] : [{ field: 'day', text: read.fault === 'missing' ? text.dateMissing : text.dateWrong }];
}
