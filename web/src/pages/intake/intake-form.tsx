import { useState } from 'preact/hooks';
import type { IntakeOptions, IntakeReceipt, IntakeView } from '../../../../functions/contracts/intake.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useSending } from '../../components/form/use-sending.ts';
import { Page } from '../../components/page/page.tsx';
import { IncomingAnswers } from '../../incoming-report/answers.tsx';
import { IncomingFields } from '../../incoming-report/fields.tsx';
import { incomingReportTexts } from '../../incoming-report/texts.ts';
import { checkIncoming, incomingBody, type IncomingForm, incomingPointers } from '../../incoming-report/values.ts';
import { serverNow } from '../../language/server-time.ts';
import { intakeTexts } from './texts.ts';

/** The report itself, then the answers once more before they leave. */
export function IntakeForm({ form, intake, options, expired, sent }: {
  readonly form: IncomingForm; readonly intake: IntakeView; readonly options: IntakeOptions; readonly expired: () => void; readonly sent: (receipt: IntakeReceipt) => void;
}) {
  const text = intakeTexts();
  const shared = incomingReportTexts();
  const [checking, setChecking] = useState(false);
  const { busy, send } = useSending('submit-intake');
  const audience = intake.kind;
  const choices = { ...options, partyId: intake.unit?.organisationId ?? null };
  const check = () => {
    const errors = checkIncoming(form, audience, serverNow());
    form.fail(errors);
    if (errors.length === 0) setChecking(true);
  };
  const submit = async () => {
    const body = incomingBody(form, audience, choices);
    if (!body) return setChecking(false);
    const outcome = await send(body);
    if (outcome === null) return;
    if ('answer' in outcome) return sent(outcome.answer);
    if (outcome.failure.code === 'session-expired') return expired();
    const errors = errorsOf(outcome.failure, incomingPointers);
    form.fail(errors);
    if (errors.some(({ field }) => field !== null)) setChecking(false);
  };
  const lead = [intake.unit && text.from(`${intake.unit.name}, ${intake.unit.organisationName}`), text.answerTo(intake.sentTo)].filter(Boolean).join(' ');
  if (checking) {
    return (
      <Page key="check" title={shared.checkTitle} lead={lead}>
        <FormFrame form={form} onSubmit={() => void submit()} label={shared.checkTitle}>
          <IncomingAnswers form={form} audience={audience} choices={choices} change={() => setChecking(false)} />
          <div class="buttons">
            <Button type="submit" busy={busy}>{text.submit}</Button>
            <Button kind="secondary" onClick={() => setChecking(false)}>{shared.back}</Button>
          </div>
        </FormFrame>
      </Page>
    );
  }
  return (
    <Page key="write" title={text.writeTitle} lead={lead}>
      <p class="small">{text.keep}</p>
      <FormFrame form={form} onSubmit={check} label={text.writeTitle}>
        <IncomingFields form={form} audience={audience} choices={choices} />
        <div class="buttons"><Button type="submit">{shared.check}</Button></div>
      </FormFrame>
    </Page>
  );
}
