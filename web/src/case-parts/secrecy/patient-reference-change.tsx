import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { findIdentifying, isNumber } from '../../../../functions/contracts/identifying.ts';
import { Checkbox } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { secrecyTexts } from './texts.ts';

/** L8: given or mended after the report; what was there before is not shown. */
export function SetPatientReference(action: ActionProps<AnyCaseView>) {
  const words = secrecyTexts().reference;
  return <>
    <p class="small">{words.about}</p>
    <CommandForm<'set-patient-reference', 'reference' | 'protected' | 'reason'> id="set-patient-reference" action={action} initial={{ reference: '', protected: action.view.protectedIdentity, reason: '' }} submit={words.submit} said={words.said} kind="secondary"
      pointers={{ '/reference': 'reference', '/protectedIdentity': 'protected', '/reason': 'reason' }}
      check={(form) => [...needs(form, 'reference', words.missing), ...needs(form, 'reason', words.reasonMissing)]}
      body={(form, version) => ({ version, reference: form.text('reference').trim(), protectedIdentity: form.flag('protected'), reason: form.text('reason').trim() })}>
      {(form) => <>
        <TextField form={form} name="reference" label={words.field} />
        <Checkbox form={form} name="protected" label={words.protectedTick} />
        <TextField form={form} name="reason" label={words.reason} />
      </>}
    </CommandForm>
  </>;
}

const textsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []);
/** What was sent stays as it was, and what was said to be no number is asked about no more. */
const asSent = new Set(['request', 'answer', 'timeline']);

/** Personal numbers that stand in the texts of a case, each once, as it is written. */
export function numbersIn(view: AnyCaseView): readonly { readonly mark: string; readonly written: string }[] {
  const found = Object.entries(view).filter(([name]) => !asSent.has(name)).flatMap(([, value]) => textsIn(value))
    .flatMap((text) => findIdentifying(text).filter(isNumber).map(({ mark, start, end }) => ({ mark, written: text.slice(start, end) })));
  return [...new Map(found.filter(({ mark }) => view.outgoingText?.resolved.includes(mark) !== true).map((one) => [one.mark, one])).values()];
}

/** L8: from where it does not belong to where it does. */
export function MoveNumbers(action: ActionProps<AnyCaseView>) {
  const words = secrecyTexts();
  return <>
    <p class="small">{words.move.about}</p>
    {numbersIn(action.view).map(({ mark, written }) => (
      <CommandForm key={mark} id="move-to-patient-reference" action={action} initial={{ protected: action.view.protectedIdentity }} submit={words.move.submit(written)} said={words.move.said} kind="secondary"
        body={(form, version) => ({ version, mark, protectedIdentity: form.flag('protected') })}>
        {(form) => <Checkbox form={form} name="protected" label={words.reference.protectedTick} />}
      </CommandForm>
    ))}
  </>;
}
