import type { ComponentChildren } from 'preact';
import type { DisputePage, DisputeView } from '../../../../../functions/contracts/dispute.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import { disputeOutcomes, disputeSubjects } from '../../../../../functions/contracts/words.ts';
import type { BodyOf } from '../../../api/client.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { ownerName } from '../../../case-parts/dispute/dispute-facts.tsx';
import { disputeTexts } from '../../../case-parts/dispute/texts.ts';
import { dateNames, dateOf, needsDate, StaffSelect, typedDate } from '../../../case-parts/fields.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { More } from '../../case/actions/plain-actions.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type Form, type FormValue, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Loading } from '../../../components/page/page.tsx';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { disputePageTexts } from './texts.ts';

interface DisputeActions {
  readonly page: DisputePage;
  /** Reads the page anew and says what was done. */
  readonly done: (said: string, stale?: boolean) => void;
}
const needs = <Name extends string>(form: Form<Name>, name: Name, text: string): readonly FieldError[] => (form.text(name).trim() === '' ? [{ field: name, text }] : []);
/** Whole kronor, with or without blanks; undefined: not a number. */
const amountOf = (typed: string): number | null | undefined => {
  const digits = typed.replaceAll(/[\s\u00a0]/g, '');
  if (digits === '') return null;
  return /^\d{1,10}$/.test(digits) && Number(digits) <= 1_000_000_000 ? Number(digits) : undefined;
};

/** One thing done with the dispute; a change of somebody else's in between is said, and the page read anew. */
function DisputeForm<Id extends 'open-dispute' | 'change-dispute', Name extends string>({ id, page, done, initial, submit, said, kind = 'secondary', check, body, pointers, children }: DisputeActions & {
  readonly id: Id; readonly initial: Readonly<Record<Name, FormValue>>; readonly submit: string; readonly said: string; readonly kind?: 'primary' | 'secondary';
  readonly check: (form: Form<Name>) => readonly FieldError[]; readonly body: (form: Form<Name>) => BodyOf<Id>; readonly pointers: Readonly<Record<string, NoInfer<Name>>>; readonly children: (form: Form<Name>) => ComponentChildren;
}) {
  const form = useForm(initial);
  const { busy, send } = useSending(id);
  const run = async () => {
    const found = check(form);
    form.fail(found);
    if (found.length > 0) return;
    const sent = await send(body(form), { caseId: page.case.id });
    if (sent === null) return;
    if ('answer' in sent) return done(said);
    if (sent.failure.code === 'stale-version' || sent.failure.code === 'conflict') return done(disputePageTexts().stale, true);
    form.fail(errorsOf(sent.failure, pointers).map((error) => (error.field === 'whose' ? { field: 'whose', text: disputePageTexts().nobody } : error)));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={submit} command={id}>
      {children(form)}
      <div class="buttons"><Button type="submit" kind={kind} busy={busy}>{submit}</Button></div>
    </FormFrame>
  );
}

const needsOwner = <Name extends string>(form: Form<Name | 'whose' | 'owner'>): readonly FieldError[] => (form.text('whose') === 'person' ? needs(form, 'owner', disputePageTexts().ownerMissing) : []);

/** Who has it at the step it comes to: the role that the routine names there, whoever has it now, or a person. `role` null: no step is chosen yet. */
function Owner<Name extends string>({ form, role, registers, now }: { readonly form: Form<Name | 'whose' | 'owner'>; readonly role: DisputePage['steps'][number]['role'] | null; readonly registers: RegistersView; readonly now?: string }) {
  const text = disputePageTexts();
  return <>
    <Radios form={form} name="whose" label={text.whose} options={[
      { value: 'role', label: role === null ? text.stepRole : text.byRole(vocabulary().role[role]) }, ...(now === undefined ? [] : [{ value: 'same', label: text.same(now) }]), { value: 'person', label: text.person },
    ]} />
    {form.text('whose') === 'person' && <StaffSelect form={form} name="owner" label={text.owner} registers={registers} />}
  </>;
}

/** The forms of a case's dispute: to open one, or to take the open one further. */
export function DisputeForms(props: DisputeActions) {
  const { page } = props;
  const open = page.disputes.find(({ ended }) => ended === null);
  const registers = useReading('read-registers', {});
  if (!registers.data) return <Loading />;
  const { data } = registers;
  return <>
    {page.mayOpen && <Opening {...props} registers={data} />}
    {page.mayChange && open && <Changing {...props} open={open} registers={data} />}
  </>;
}
function Opening({ registers, ...props }: DisputeActions & { readonly registers: RegistersView }) {
  const text = disputePageTexts();
  const words = disputeTexts();
  const { page } = props;
  const first = page.steps[0];
  const form = <>
    <p>{text.openLead}</p>
    <DisputeForm<'open-dispute', 'subject' | 'about' | 'amount' | 'counterpart' | 'whose' | 'owner'> {...props} id="open-dispute" kind="primary" submit={text.submitOpen} said={text.opened} initial={{ subject: '', about: '', amount: '', counterpart: '', whose: 'role', owner: '' }}
      pointers={{ '/subject': 'subject', '/about': 'about', '/amount': 'amount', '/counterpartId': 'counterpart', '/owner': 'whose', '/owner/userId': 'owner' }}
      check={(form) => [
        ...needs(form, 'subject', text.subjectMissing), ...needs(form, 'about', text.aboutMissing), ...(amountOf(form.text('amount')) === undefined ? [{ field: 'amount', text: text.amountWrong }] : []),
        ...(page.counterparts === null ? [] : needs(form, 'counterpart', text.counterpartMissing)), ...needsOwner(form),
      ]}
      body={(form) => ({
        version: page.version, subject: disputeSubjects.find((one) => one === form.text('subject')) ?? 'responsibility', about: form.text('about').trim(), amount: amountOf(form.text('amount')) ?? null,
        ...(page.counterparts === null ? {} : { counterpartId: form.text('counterpart') }), owner: form.text('whose') === 'person' ? { kind: 'user', userId: form.text('owner') } : null,
      })}>
      {(form) => <>
        <Radios form={form} name="subject" label={text.subject} options={disputeSubjects.map((value) => ({ value, label: words.subject[value] }))} />
        <TextArea form={form} name="about" label={text.about} most={textLimit.medium} rows={3} />
        <TextField form={form} name="amount" label={text.amount} optional inputMode="numeric" size={14} />
        {page.counterparts !== null && <Select form={form} name="counterpart" label={text.counterpart} options={page.counterparts.map(({ id, name }) => ({ value: id, label: name }))} />}
        {first && <Owner form={form} role={first.role} registers={registers} />}
      </>}
    </DisputeForm>
  </>;
  return page.disputes.length > 0 ? <div class="no-print"><More title={text.another}>{form}</More></div> : <section class="panel panel-todo no-print"><h2>{text.openTitle}</h2>{form}</section>;
}

function Changing({ registers, open, ...props }: DisputeActions & { readonly open: DisputeView; readonly registers: RegistersView }) {
  const text = disputePageTexts();
  const words = disputeTexts();
  const { page } = props;
  const { version } = page;
  const stageName = (stage: string) => page.steps.find((step) => step.stage === stage)?.name[language.value] ?? stage;
  const outcomes = disputeOutcomes.filter((one) => one !== 'courtRuling' || open.stage === 'court');
  return <>
    <section class="panel panel-todo no-print">
      <h2>{text.move}</h2>
      <DisputeForm<'change-dispute', 'stage' | 'reason' | 'whose' | 'owner'> {...props} id="change-dispute" kind="primary" submit={text.submitMove} said={text.moved} initial={{ stage: '', reason: '', whose: open.owner.kind === 'role' ? 'role' : 'same', owner: '' }} pointers={{ '/change/stage': 'stage', '/change/reason': 'reason', '/change/owner': 'whose', '/change/owner/userId': 'owner' }}
        check={(form) => [...needs(form, 'stage', text.stageMissing), ...needs(form, 'reason', text.reasonMissing), ...needsOwner(form)]}
        body={(form) => ({ version, change: {
          kind: 'move', stage: page.steps.find(({ stage }) => stage === form.text('stage'))?.stage ?? open.stage, reason: form.text('reason').trim(), ...(form.text('whose') === 'same' ? {} : { owner: form.text('whose') === 'person' ? { kind: 'user', userId: form.text('owner') } : null }),
        } })}>
        {(form) => <>
          <Radios form={form} name="stage" label={text.stage} options={page.steps.map(({ stage, days }) => ({ value: stage, label: `${stage === open.stage ? text.moreTime(stageName(stage)) : stageName(stage)} (${text.days(days)})` }))} />
          <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} />
          <Owner form={form} role={page.steps.find(({ stage }) => stage === form.text('stage'))?.role ?? null} registers={registers} now={ownerName(open)} />
        </>}
      </DisputeForm>
    </section>
    <div class="no-print">
    <More title={text.change}>
      <DisputeForm<'change-dispute', 'owner' | 'reason'> {...props} id="change-dispute" submit={text.submitOwner} said={text.ownerChanged} initial={{ owner: '', reason: '' }} pointers={{ '/change/owner/userId': 'owner', '/change/reason': 'reason' }}
        check={(form) => [...needs(form, 'owner', text.ownerMissing), ...needs(form, 'reason', text.reasonMissing)]}
        body={(form) => ({ version, change: { kind: 'owner', owner: { kind: 'user', userId: form.text('owner') }, reason: form.text('reason').trim() } })}>
        {(form) => <><StaffSelect form={form} name="owner" label={text.owner} registers={registers} /><TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} /></>}
      </DisputeForm>
    </More>
    <More title={text.facts}>
      <DisputeForm<'change-dispute', 'about' | 'amount'> {...props} id="change-dispute" submit={text.submitFacts} said={text.factsSaved} initial={{ about: open.about, amount: open.amount === null ? '' : String(open.amount) }} pointers={{ '/change/about': 'about', '/change/amount': 'amount' }}
        check={(form) => [...needs(form, 'about', text.aboutMissing), ...(amountOf(form.text('amount')) === undefined ? [{ field: 'amount', text: text.amountWrong }] : [])]}
        body={(form) => ({ version, change: { kind: 'facts', about: form.text('about').trim(), amount: amountOf(form.text('amount')) ?? null } })}>
        {(form) => <><TextArea form={form} name="about" label={text.about} most={textLimit.medium} rows={3} /><TextField form={form} name="amount" label={text.amount} optional inputMode="numeric" size={14} /></>}
      </DisputeForm>
    </More>
    <More title={text.end}>
      <DisputeForm<'change-dispute', string> {...props} id="change-dispute" submit={text.submitEnd} said={text.endedNow} initial={{ outcome: '', note: '', reference: '', ...dateOf(page.now) }} pointers={{ '/change/outcome': 'outcome', '/change/decidedAt': 'day', '/change/note': 'note', '/change/reference': 'reference' }}
        check={(form) => [...needs(form, 'outcome', text.outcomeMissing), ...needsDate(form), ...needs(form, 'note', text.noteMissing), ...(form.text('outcome') === 'courtRuling' ? needs(form, 'reference', text.referenceMissing) : [])]}
        body={(form) => ({ version, change: { kind: 'end', outcome: disputeOutcomes.find((one) => one === form.text('outcome')) ?? 'settled', decidedAt: typedDate(form) ?? '', note: form.text('note').trim(), reference: form.text('outcome') === 'courtRuling' ? form.text('reference').trim() : '' } })}>
        {(form) => <>
          <Radios form={form} name="outcome" label={text.outcome} options={outcomes.map((value) => ({ value, label: words.outcome[value] }))} />
          <DateField form={form} names={dateNames} label={text.decided} />
          <TextArea form={form} name="note" label={text.note} most={textLimit.medium} rows={2} />
          {form.text('outcome') === 'courtRuling' && <TextField form={form} name="reference" label={text.reference} size={24} />}
        </>}
      </DisputeForm>
    </More>
    </div>
  </>;
}
