import type { OnCallView } from '../../../../functions/contracts/report.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { knownAnswers } from '../../../../functions/contracts/words.ts';
import { Checkbox, Radios } from '../../components/field/choices.tsx';
import { MomentField } from '../../components/field/moment-field.tsx';
import { type Marking, TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { profile } from '../../session/session.ts';
import { onCallTexts } from './on-call-texts.ts';
import { asksOnCall, onCallNames, type ReportForm, type ReportName } from './values.ts';

type Finding = OnCallView | null;

/** The automatic flag with its ground, and the way to say that it is wrong (H1). */
export function OnCallFlag({ form, finding }: { readonly form: ReportForm; readonly finding: Finding }) {
  const text = onCallTexts();
  if (!finding?.ruled) return null;
  return (
    <>
      <p class="small" role="status">{finding.automatic ? text.automatic(finding.suppliers.join(', ')) : text.notAutomatic}</p>
      <Checkbox form={form} name="onCallIsWrong" label={text.wrong} />
      {form.flag('onCallIsWrong') && <TextField form={form} name="onCallWrong" label={text.why} />}
    </>
  );
}

/** What on-call care must answer (H2); "vet inte" never holds the report back (L1). */
export function OnCallQuestions({ form, finding }: { readonly form: ReportForm; readonly finding: Finding }) {
  const text = onCallTexts();
  if (!asksOnCall(form, finding)) return null;
  return (
    <>
      <h3>{text.title}</h3>
      <p class="small">{text.about}</p>
      {onCallNames.map((name) => <Radios key={name} form={form} name={name} label={text.field[name]} options={knownAnswers.map((value) => ({ value, label: text.answer[value] }))} />)}
    </>
  );
}

/** "Ej kommunens ansvar" (H3). */
export function NotOursQuestion({ form, markingOf }: { readonly form: ReportForm; readonly markingOf: (name: ReportName) => Marking }) {
  const text = onCallTexts();
  return (
    <>
      <Checkbox form={form} name="isNotOurs" label={text.notOurs} description={text.notOursAbout} />
      {form.flag('isNotOurs') && <TextArea form={form} name="notOurs" label={text.notOursWhy} most={textLimit.medium} rows={3} marking={markingOf('notOurs')} />}
    </>
  );
}

const entersPaper = ({ routine }: RegistersView): boolean => profile.value?.roles.some(({ role, principalRoles }) =>
  routine.downtime.enteredBy.some((entering) => entering === role || principalRoles.includes(entering))) ?? false;

/** What was written by hand while the system was down is entered afterwards, by those the routine names (H6). */
export function PaperQuestion({ form, registers }: { readonly form: ReportForm; readonly registers: RegistersView }) {
  const text = onCallTexts();
  if (!entersPaper(registers)) return null;
  return (
    <>
      <Checkbox form={form} name="paper" label={text.paper} />
      {form.flag('paper') && <>
        <TextField form={form} name="paperVersion" label={text.paperVersion} description={text.paperVersionAbout(registers.routine.downtime.paperFormVersion)} inputMode="numeric" size={4} />
        <MomentField form={form} names={['filledDay', 'filledMonth', 'filledYear', 'filledTime']} label={text.filled} description={text.scan} />
      </>}
    </>
  );
}
