import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { Checkbox, Group, Radios } from '../../components/field/choices.tsx';
import { DateField } from '../../components/field/date-field.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { dateNames, dateOf, needsDate, ownUnits, typedDate } from '../fields.tsx';
import { partTexts } from '../texts.ts';

type OnCase = ActionProps<AnyCaseView>;

/** H9: whether and how the staff get support. */
export function SupportStaff(action: OnCase) {
  const text = partTexts().support;
  const { staffSupport: made, clock } = action.view;
  return (
    <CommandForm<'record-staff-support', string> id="record-staff-support" action={action} initial={{ given: made === null ? '' : made.given ? 'yes' : 'no', text: made?.text ?? '', ...dateOf(made?.at ? `${made.at}T12:00:00Z` : clock.now) }} submit={text.submit} said={text.said} keeps
      pointers={{ '/given': 'given', '/text': 'text', '/at': 'day' }}
      check={(form) => [...needs(form, 'given', text.missing), ...(form.text('given') === 'no' ? needs(form, 'text', text.whyMissing) : []), ...(form.text('given') === 'yes' ? needsDate(form) : [])]}
      body={(form, version) => ({ version, given: form.text('given') === 'yes', text: form.text('text').trim(), at: form.text('given') === 'yes' ? typedDate(form) : null })}>
      {(form) => <>
        <Radios form={form} name="given" label={text.given} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        {form.text('given') === 'yes' && <DateField form={form} names={dateNames} label={text.at} />}
        <TextArea form={form} name="text" label={form.text('given') === 'no' ? text.why : text.how} optional={form.text('given') !== 'no'} most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  );
}

/** H9: what was done, to the staff concerned. */
export function FeedBack(action: OnCase) {
  const text = partTexts().feedback;
  const { view, registers } = action;
  const concerned = view.direction === 'incoming' ? view.concernedUnits.map(({ id }) => id) : [view.reportingUnit.id];
  const units = ownUnits(registers, concerned).toSorted((one, other) => Number(concerned.includes(other.id)) - Number(concerned.includes(one.id)));
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'record-feedback', string> id="record-feedback" action={action} initial={{ text: '', ...Object.fromEntries(units.map(({ id }) => [`unit-${id}`, concerned.includes(id)])) }} submit={text.submit} said={text.said}
      pointers={{ '/text': 'text' }} check={(form) => needs(form, 'text', text.textMissing)}
      body={(form, version) => ({ version, text: form.text('text').trim(), unitIds: units.map(({ id }) => id).filter((id) => form.flag(`unit-${id}`)) })}>
      {(form) => <>
        <TextArea form={form} name="text" label={text.text} most={textLimit.medium} rows={2} />
        <Group label={text.units}>{units.map(({ id, name }) => <Checkbox key={id} form={form} name={`unit-${id}`} label={name} />)}</Group>
      </>}
    </CommandForm>
  </>;
}
