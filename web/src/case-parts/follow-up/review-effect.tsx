import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { Radios } from '../../components/field/choices.tsx';
import { DateField } from '../../components/field/date-field.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { dateNames, needsDate, noDate, StaffSelect, typedDate } from '../fields.tsx';
import { partTexts } from '../texts.ts';

/** H8, R2: without the wanted result a new action is planned, and reviewed in its turn. */
export function ReviewEffect(action: ActionProps<AnyCaseView>) {
  const texts = partTexts();
  const text = texts.effect;
  const { view, registers } = action;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'record-effect-review', string> id="record-effect-review" action={action} initial={{ wanted: '', note: '', text: '', who: '', ...noDate(view.clock.now) }} submit={text.submit} said={text.said}
      pointers={{ '/wantedResult': 'wanted', '/note': 'note', '/action/text': 'text', '/action/responsibleUserId': 'who', '/action/due': 'day', '/action': 'text' }}
      check={(form) => [
        ...needs(form, 'wanted', text.missing),
        ...(form.text('wanted') === 'no' ? [...needs(form, 'text', text.newActionMissing), ...needs(form, 'who', texts.staffMissing), ...needsDate(form)] : []),
      ]}
      body={(form, version) => ({
        version, wantedResult: form.text('wanted') === 'yes', note: form.text('note').trim(),
        ...(form.text('wanted') === 'no' && { action: { text: form.text('text').trim(), responsibleUserId: form.text('who'), due: typedDate(form) ?? '' } }),
      })}>
      {(form) => <>
        <Radios form={form} name="wanted" label={text.wanted} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        <TextArea form={form} name="note" label={text.note} optional most={textLimit.medium} />
        {form.text('wanted') === 'no' && <>
          <TextArea form={form} name="text" label={text.newAction} most={textLimit.medium} rows={2} />
          <StaffSelect form={form} name="who" label={text.who} registers={registers} first={[view.owningUnit.id]} />
          <DateField form={form} names={dateNames} label={text.due} />
        </>}
      </>}
    </CommandForm>
  </>;
}
