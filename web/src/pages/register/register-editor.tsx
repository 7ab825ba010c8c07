import { useState } from 'preact/hooks';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import type { ResponsibleRole } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { eligibleParties, eligibleUnits } from '../../case-parts/parties.ts';
import { Checkbox, Radios, Select } from '../../components/field/choices.tsx';
import { MomentField } from '../../components/field/moment-field.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { type FormValue, useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Page } from '../../components/page/page.tsx';
import { ofIncoming } from '../../drafts/kinds.ts';
import { useKeeping } from '../../drafts/use-keeping.ts';
import { IncomingAnswers } from '../../incoming-report/answers.tsx';
import { FormSection, IncomingFields } from '../../incoming-report/fields.tsx';
import { incomingReportTexts } from '../../incoming-report/texts.ts';
import { type IncomingForm, momentNames } from '../../incoming-report/values.ts';
import { clockTime, dateAndTime } from '../../language/dates.ts';
import { serverNow } from '../../language/server-time.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { registerTexts } from './texts.ts';
import { checkRegistration, choicesOf, nobody, registerPointers, registrationBody, unitWithMailbox } from './values.ts';

export function RegisterEditor({ registers, principals, draftId, initial, onSent }: {
  readonly registers: RegistersView; readonly principals: readonly ResponsibleRole[]; readonly draftId: string | null; readonly initial: Record<string, FormValue>;
  readonly onSent: (receipt: Answer<'register-deviation'>) => void;
}) {
  const text = registerTexts();
  const shared = incomingReportTexts();
  const form = useForm<string>(initial);
  const [id] = useState(() => draftId ?? crypto.randomUUID());
  const [checking, setChecking] = useState(false);
  const { busy, send } = useSending('register-deviation');
  const keeping = useKeeping(form.values, (values) => call('save-draft', { path: { draftId: id }, body: { values: ofIncoming(values) } }), !busy);
  const choices = choicesOf(registers, form);
  const check = () => {
    const errors = checkRegistration(form, registers, serverNow());
    form.fail(errors);
    if (errors.length === 0) setChecking(true);
  };
  const submit = async () => {
    const body = registrationBody(form, registers);
    if (!body) return setChecking(false);
    const outcome = await send(body);
    if (outcome === null) return;
    if ('answer' in outcome) {
      keeping.stop();
      // Registered all the same when the draft cannot be thrown away; it is then offered once more.
      void call('discard-draft', { path: { draftId: id } }).catch(() => undefined);
      return onSent(outcome.answer);
    }
    const errors = errorsOf(outcome.failure, registerPointers);
    form.fail(errors);
    if (errors.some(({ field }) => field !== null)) setChecking(false);
  };
  if (checking) {
    return (
      <Page key="check" title={shared.checkTitle}>
        <FormFrame form={form} onSubmit={() => void submit()} label={shared.checkTitle}>
          <IncomingAnswers form={form} audience="staff" choices={choices} change={() => setChecking(false)}>
            <section class="panel"><h2>{text.from}</h2><FromFacts form={form} registers={registers} /></section>
          </IncomingAnswers>
          <div class="buttons">
            <Button type="submit" busy={busy}>{text.submit}</Button>
            <Button kind="secondary" onClick={() => setChecking(false)}>{shared.back}</Button>
          </div>
        </FormFrame>
      </Page>
    );
  }
  return (
    <Page key="write" title={text.title} lead={text.lead}>
      <FormFrame form={form} onSubmit={check} label={text.title}>
        <FormSection number={1} title={text.from}><From form={form} registers={registers} principals={principals} /></FormSection>
        <IncomingFields form={form} audience="staff" choices={choices} from={2} />
        <div class="buttons"><Button type="submit">{shared.check}</Button></div>
        <p class="saved" role="status">
          {keeping.state === 'saving' ? text.saving : keeping.state === 'failed' ? text.notSaved : keeping.state === 'saved' ? text.saved(clockTime(keeping.at)) : text.draftSaved}
        </p>
      </FormFrame>
    </Page>
  );
}

function From({ form, registers, principals }: { readonly form: IncomingForm; readonly registers: RegistersView; readonly principals: readonly ResponsibleRole[] }) {
  const text = registerTexts();
  const words = vocabulary();
  const party = form.text('party');
  const theirs = eligibleUnits(registers, form.text('unit')).filter(({ organisationId }) => organisationId === party);
  const written = unitWithMailbox(form, registers);
  return <>
    <Select form={form} name="principal" label={text.principal} description={text.principalAbout} options={principals.map((role) => ({ value: role, label: words.role[role] }))} />
    <Select form={form} name="party" label={text.party} onChoose={() => form.set('partyUnit', '')}
      options={[...eligibleParties(registers, form.text('unit')).map(({ id, name }) => ({ value: id, label: name })), { value: nobody, label: text.partyPublic }]} />
    {party !== '' && party !== nobody && <Select form={form} name="partyUnit" label={text.partyUnit} options={[...theirs.map(({ id, name }) => ({ value: id, label: name })), { value: nobody, label: text.partyUnitUnknown }]} />}
    {written && <p class="small" role="status">{text.mailboxUnit(written.name)}</p>}
    {!written && party !== '' && <>
      <TextField form={form} name="mailbox" label={text.mailbox} description={text.mailboxAbout} optional />
      {form.text('mailbox').trim() !== '' && <Radios form={form} name="language" label={text.language} options={[{ value: 'sv', label: text.swedish }, { value: 'en', label: text.english }]} />}
    </>}
    <MomentField form={form} names={momentNames('received')} label={text.received} description={text.receivedAbout} />
    <Checkbox form={form} name="paper" label={text.paper} />
    {form.flag('paper') && <>
      <TextField form={form} name="paperVersion" label={text.paperVersion} description={text.paperVersionAbout} inputMode="numeric" size={4} />
      <Checkbox form={form} name="downtime" label={text.downtime} />
      <MomentField form={form} names={momentNames('filled')} label={text.filled} description={text.scan} />
    </>}
  </>;
}

function FromFacts({ form, registers }: { readonly form: IncomingForm; readonly registers: RegistersView }) {
  const text = registerTexts();
  const body = registrationBody(form, registers);
  if (!body) return null;
  const { principal, report, filer, receivedAt, paper } = body;
  return <Facts facts={[
    [text.principal, vocabulary().role[principal]], [text.party, registers.organisations.find(({ id }) => id === report.partyOrganisationId)?.name ?? text.partyPublic],
    report.partyUnitId !== null && [text.partyUnit, registers.units.find(({ id }) => id === report.partyUnitId)?.name ?? ''], filer.mailbox !== null && [text.mailbox, filer.mailbox],
    [text.received, dateAndTime(receivedAt)], paper !== undefined && [text.paperVersion, `${paper.formVersion}, ${dateAndTime(paper.filledAt)}`],
  ]} />;
}
