import type { DeepAnalysisView } from '../../../../../functions/contracts/deep-analysis.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import type { BodyOf } from '../../../api/client.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { dateNames, dateOf, needsDate, StaffSelect, typedDate } from '../../../case-parts/fields.tsx';
import { partTexts } from '../../../case-parts/texts.ts';
import { Button } from '../../../components/button/button.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { Radios } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type Form, type FormValue, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { needs } from '../../case/actions/command-form.tsx';
import { More } from '../../case/actions/plain-actions.tsx';
import type { ComponentChildren } from 'preact';
import { analysisTexts } from './texts.ts';

export interface AnalysisGoing {
  readonly registers: RegistersView | null;
  readonly now: string;
  readonly done: (said: string) => void;
}
type Change = BodyOf<'change-deep-analysis'>['change'];

/** One deep analysis: the proposal, the voices, who makes it, what came of it; and what this user may do. */
export function Analysis({ analysis, going, linked }: { readonly analysis: DeepAnalysisView; readonly going: AnalysisGoing; readonly linked: boolean }) {
  const text = analysisTexts();
  const words = vocabulary();
  const { voices, decidedBy, state } = analysis;
  const left = decidedBy.filter((role) => !voices.some((voice) => voice.role === role));
  return (
    <>
      <Facts facts={[
        [text.category, words.category[analysis.case.category]], [text.reason, <Written>{analysis.reason}</Written>], [text.proposed, `${analysis.proposedBy.name}, ${dateAndTime(analysis.proposedAt)}`],
        [text.rule, `${decidedBy.map((role) => words.role[role]).join(', ')}: ${text.voting[analysis.voting]}`],
        voices.length > 0 && [text.voices, <ul>{voices.map((voice) => <li key={voice.role}>{words.role[voice.role]} ({voice.by.name}): <strong>{voice.approved ? text.yes : text.no}</strong>. {voice.reason}</li>)}</ul>],
        (state === 'accepted' || state === 'done') && [text.owner, analysis.owner?.name ?? text.noOwner], analysis.due !== null && [text.due, `${longDate(analysis.due)}${analysis.late ? ` (${text.late})` : ''}`],
        analysis.result !== null && [text.result, <><Written>{analysis.result.text}</Written><span class="small">{analysis.result.by.name}, {dateAndTime(analysis.result.at)}</span></>],
      ]} />
      {state === 'proposed' && left.length > 0 && <p>{text.waitsFor(left.map((role) => words.role[role]).join(', '))}</p>}
      {state === 'accepted' && analysis.owner !== null && !analysis.ownerReadsCase && <p>{text.ownerCannotRead}</p>}
      {linked && analysis.case.mayRead && <p class="no-print"><a class="ds-link" href={`/cases/${analysis.case.id}`}>{text.openCase} {analysis.case.number}</a></p>}
      <div class="no-print">
        {analysis.maySpeakAs.length > 0 && <More title={text.speak}><Speak analysis={analysis} going={going} /></More>}
        {analysis.mayAssign && going.registers && <More title={text.assign}><Assign analysis={analysis} going={going} registers={going.registers} /></More>}
        {analysis.mayFinish && <More title={text.finish}><Finish analysis={analysis} going={going} /></More>}
      </div>
    </>
  );
}

interface On {
  readonly analysis: DeepAnalysisView;
  readonly going: AnalysisGoing;
}
function ChangeForm({ analysis, going, initial, label, said, check, change, pointers, children }: On & {
  readonly initial: Readonly<Record<string, FormValue>>; readonly label: string; readonly said: string; readonly check: (form: Form<string>) => readonly FieldError[];
  readonly change: (form: Form<string>) => Change; readonly pointers: Readonly<Record<string, string>>; readonly children: (form: Form<string>) => ComponentChildren;
}) {
  const text = analysisTexts();
  const form = useForm<string>(initial);
  const { busy, send } = useSending('change-deep-analysis');
  const run = async () => {
    const found = check(form);
    form.fail(found);
    if (found.length > 0) return;
    const sent = await send({ version: analysis.version, change: change(form) }, { analysisId: analysis.id });
    if (sent === null) return;
    if ('answer' in sent) return going.done(said);
    const { failure } = sent;
    if (failure.code === 'stale-version' || failure.code === 'conflict') return going.done(text.stale);
    form.fail(failure.code === 'wrong-status' ? [{ field: null, text: text.wrongState }] : failure.code === 'date-missing' ? [{ field: 'day', text: text.dateTooEarly }] : errorsOf(failure, pointers));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={`${label}: ${text.of(analysis.case.number)}`} command="change-deep-analysis">
      {children(form)}
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{label}</Button></div>
    </FormFrame>
  );
}
const known = ({ registers }: AnalysisGoing) => (registers ? namesIn(registers) : []);

function Speak(on: On) {
  const text = analysisTexts();
  const words = vocabulary();
  const { maySpeakAs } = on.analysis;
  return (
    <ChangeForm {...on} initial={{ role: maySpeakAs.length === 1 ? maySpeakAs[0] ?? '' : '', verdict: '', reason: '', dismissed: '' }} label={text.speak} said={text.spoken} pointers={{ '/change/role': 'role', '/change/reason': 'reason' }}
      check={(form) => [...needs(form, 'role', text.asMissing), ...needs(form, 'verdict', text.verdictMissing), ...needs(form, 'reason', text.whyMissing)]}
      change={(form) => ({ kind: 'speak', role: maySpeakAs.find((role) => role === form.text('role')) ?? 'mas', approved: form.text('verdict') === 'yes', reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        {maySpeakAs.length > 1 && <Radios form={form} name="role" label={text.as} options={maySpeakAs.map((value) => ({ value, label: words.role[value] }))} />}
        <Radios form={form} name="verdict" label={text.verdict} options={[{ value: 'yes', label: text.yesLong }, { value: 'no', label: text.noLong }]} />
        <TextArea form={form} name="reason" label={text.why} description={text.noIdentity} most={textLimit.medium} rows={2} marking={leaving(form, known(on.going))} />
      </>}
    </ChangeForm>
  );
}
function Assign({ registers, ...on }: On & { readonly registers: RegistersView }) {
  const text = analysisTexts();
  const { owner, due } = on.analysis;
  return (
    <ChangeForm {...on} initial={{ who: owner?.id ?? '', ...dateOf(due === null ? on.going.now : `${due}T12:00:00Z`) }} label={text.assign} said={text.assigned} pointers={{ '/change/ownerUserId': 'who', '/change/due': 'day' }}
      check={(form) => [...needs(form, 'who', partTexts().staffMissing), ...needsDate(form)]} change={(form) => ({ kind: 'assign', ownerUserId: form.text('who'), due: typedDate(form) ?? '' })}>
      {(form) => <>
        <StaffSelect form={form} name="who" label={text.who} registers={registers} />
        <DateField form={form} names={dateNames} label={text.by} />
      </>}
    </ChangeForm>
  );
}
function Finish(on: On) {
  const text = analysisTexts();
  return (
    <ChangeForm {...on} initial={{ text: '', dismissed: '' }} label={text.finishSubmit} said={text.finished} pointers={{ '/change/text': 'text' }} check={(form) => needs(form, 'text', text.textMissing)}
      change={(form) => ({ kind: 'finish', text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <TextArea form={form} name="text" label={text.text} description={text.noIdentity} most={textLimit.long} rows={6} marking={leaving(form, known(on.going))} />}
    </ChangeForm>
  );
}
