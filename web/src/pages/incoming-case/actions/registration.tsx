import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { categories, harms, responsibleRoles } from '../../../../../functions/contracts/words.ts';
import { Checkbox, Radios, Select } from '../../../components/field/choices.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { principalsOf } from '../../../session/principals.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { type ActionProps, CommandForm, needs } from '../../case/actions/command-form.tsx';
import { chosenUnits, ConcernedUnits, unitValues } from './fields.tsx';
import { incomingActionTexts } from './texts.ts';

type Incoming = ActionProps<IncomingCaseView>;
const bases = ['hsl', 'sol', 'lss'] as const;

/** What came in without an account becomes a registered case: what the filer could not know is settled here. */
export function AcceptDeviation(action: Incoming) {
  const text = incomingActionTexts();
  const words = vocabulary();
  const { view: { report }, registers } = action;
  const principals = principalsOf(registers);
  const initial = {
    principal: principals.length === 1 ? principals[0] ?? '' : '', legalBasis: report.legalBasis === 'unknown' ? '' : report.legalBasis, category: report.category, harm: report.harm,
    seriousRisk: report.seriousRisk === true, otherReference: report.otherReference ?? '', ...unitValues(registers, report.concernedUnitIds),
  };
  return <>
    <p class="small">{text.accept.about}</p>
    <CommandForm<'accept-deviation', string> id="accept-deviation" action={action} initial={initial} submit={text.accept.submit} said={text.accept.said}
      pointers={{ '/principal': 'principal', '/legalBasis': 'legalBasis', '/category': 'category', '/harm': 'harm', '/concernedUnitIds': 'unit', '/otherReference': 'otherReference' }}
      check={(form) => [
        ...needs(form, 'principal', text.accept.principalMissing), ...needs(form, 'unit', text.unitMissing), ...needs(form, 'legalBasis', text.accept.legalBasisMissing),
        ...needs(form, 'category', text.accept.categoryMissing), ...needs(form, 'harm', text.accept.harmMissing),
        ...(form.text('otherReference').length > textLimit.short ? [{ field: 'otherReference', text: text.tooLong }] : []),
      ]}
      body={(form, version) => ({
        version, principal: responsibleRoles.find((role) => role === form.text('principal')) ?? 'mas', legalBasis: bases.find((one) => one === form.text('legalBasis')) ?? 'hsl',
        category: categories.find((one) => one === form.text('category')) ?? 'other', harm: harms.find((one) => one === form.text('harm')) ?? 'risk', seriousRisk: form.flag('seriousRisk'),
        concernedUnitIds: chosenUnits(form, registers), ...(form.text('otherReference').trim() !== '' && { otherReference: form.text('otherReference').trim() }),
      })}>
      {(form) => <>
        <Select form={form} name="principal" label={text.accept.principal} options={principals.map((role) => ({ value: role, label: words.role[role] }))} />
        <ConcernedUnits form={form} registers={registers} />
        <Radios form={form} name="legalBasis" label={text.accept.legalBasis} options={bases.map((value) => ({ value, label: words.legalBasis[value] }))} />
        <Select form={form} name="category" label={text.accept.category} options={registers.routine.incoming.categories.map((value) => ({ value, label: words.category[value] }))} />
        <Radios form={form} name="harm" label={text.accept.harm} options={registers.routine.harms.map((value) => ({ value, label: words.harm[value] }))} />
        <Checkbox form={form} name="seriousRisk" label={text.accept.seriousRisk} />
        <TextField form={form} name="otherReference" label={text.accept.otherReference} optional />
      </>}
    </CommandForm>
  </>;
}

export function SetConcernedUnits(action: Incoming) {
  const text = incomingActionTexts();
  const { view, registers } = action;
  const chosen = view.concernedUnits.map(({ id }) => id);
  return (
    <CommandForm<'set-concerned-units', string> key={chosen.join()} id="set-concerned-units" action={action} initial={unitValues(registers, chosen)} submit={text.units.submit} said={text.units.said} kind="secondary" keeps pointers={{ '/unitIds': 'unit' }}
      check={(form) => needs(form, 'unit', text.unitMissing)} body={(form, version) => ({ version, unitIds: chosenUnits(form, registers, chosen) })}>
      {(form) => <ConcernedUnits form={form} registers={registers} chosen={chosen} />}
    </CommandForm>
  );
}
