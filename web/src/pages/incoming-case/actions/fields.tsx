import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import { ownUnits } from '../../../case-parts/fields.tsx';
import { Checkbox, Select } from '../../../components/field/choices.tsx';
import type { Form, FormValue } from '../../../components/form/use-form.ts';
import { incomingActionTexts } from './texts.ts';

/** The most concerned unit, then any others. */
export function ConcernedUnits({ form, registers, chosen = [] }: { readonly form: Form<string>; readonly registers: RegistersView; readonly chosen?: readonly string[] }) {
  const text = incomingActionTexts().accept;
  const units = ownUnits(registers, chosen);
  const first = form.text('unit');
  return <>
    <Select form={form} name="unit" label={text.unit} description={text.unitAbout} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
    <details class="more"><summary>{text.others}</summary><div class="choices">{units.filter(({ id }) => id !== first).map(({ id, name }) => <Checkbox key={id} form={form} name={`also-${id}`} label={name} />)}</div></details>
  </>;
}
export const unitValues = (registers: RegistersView, chosen: readonly string[]): Record<string, FormValue> => ({
  unit: chosen[0] ?? '', ...Object.fromEntries(ownUnits(registers, chosen).map(({ id }) => [`also-${id}`, chosen.slice(1).includes(id)])),
});
export const chosenUnits = (form: Form<string>, registers: RegistersView, chosen: readonly string[] = []): string[] => [
  form.text('unit'), ...ownUnits(registers, chosen).map(({ id }) => id).filter((id) => id !== form.text('unit') && form.flag(`also-${id}`)),
].filter(Boolean);
