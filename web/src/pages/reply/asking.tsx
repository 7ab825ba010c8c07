import type { ComponentChildren } from 'preact';
import type { RequestView } from '../../../../functions/contracts/reply.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import type { BodyOf } from '../../api/client.ts';
import { errorsOf, type FieldError } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { type Form, useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import type { Done } from './request.tsx';
import { replyTexts } from './texts.ts';

export interface Inquiry {
  readonly request: RequestView;
  readonly expired: () => void;
  readonly done: (done: Done) => void;
}
type Asking = 'ask-hand-over' | 'report-wrong-recipient' | 'ask-more-time';
type Name = 'reason' | 'unit' | 'days';

/** What the unit can ask instead of answering: folded away, one form each. */
function Ask({ id, title, about, submit, reasonLabel, danger = false, check, body, inquiry, children }: {
  readonly id: Asking; readonly title: string; readonly about: string; readonly submit: string; readonly reasonLabel: string; readonly danger?: boolean;
  readonly check?: (form: Form<Name>) => readonly FieldError[]; readonly body: (form: Form<Name>) => BodyOf<Asking>; readonly inquiry: Inquiry;
  readonly children?: (form: Form<Name>) => ComponentChildren;
}) {
  const text = replyTexts();
  const form = useForm<Name>({ reason: '', unit: '', days: '' });
  const { busy, send } = useSending<Asking>(id);
  const run = async () => {
    const errors = [...(check?.(form) ?? []), ...(form.text('reason').trim() === '' ? [{ field: 'reason', text: text.reasonMissing }] : [])];
    form.fail(errors);
    if (errors.length > 0) return;
    const outcome = await send(body(form));
    if (outcome === null) return;
    if ('answer' in outcome) {
      const { number, receivedAt } = outcome.answer;
      return inquiry.done({ what: id === 'report-wrong-recipient' ? 'wrong' : 'asked', number, at: receivedAt });
    }
    if (outcome.failure.code === 'session-expired') return inquiry.expired();
    form.fail(errorsOf(outcome.failure, { '/reason': 'reason', '/toUnitId': 'unit', '/days': 'days' }));
  };
  return (
    <details class="more">
      <summary>{title}</summary>
      <div class="stack">
        <p>{about}</p>
        <FormFrame form={form} onSubmit={() => void run()} label={title}>
          {children?.(form)}
          <TextArea form={form} name="reason" label={reasonLabel} most={textLimit.medium} rows={2} />
          <div class="buttons"><Button type="submit" kind={danger ? 'danger' : 'secondary'} busy={busy}>{submit}</Button></div>
        </FormFrame>
      </div>
    </details>
  );
}

export function AskMoreTime(inquiry: Inquiry) {
  const text = replyTexts();
  const most = inquiry.request.moreTimeAtMostDays;
  const days = (form: Form<Name>) => (/^\d{1,2}$/.test(form.text('days').trim()) ? Number(form.text('days').trim()) : 0);
  return (
    <Ask id="ask-more-time" title={text.moreTime} about={text.moreTimeAbout(most)} submit={text.moreTimeSubmit} reasonLabel={text.moreTimeReason} inquiry={inquiry}
      check={(form) => (days(form) < 1 || days(form) > most ? [{ field: 'days', text: text.moreTimeWrong(most) }] : [])}
      body={(form) => ({ days: days(form), reason: form.text('reason').trim() })}>
      {(form) => <TextField form={form} name="days" label={text.moreTimeDays} inputMode="numeric" size={4} />}
    </Ask>
  );
}

export function AskHandOver(inquiry: Inquiry) {
  const text = replyTexts();
  return (
    <Ask id="ask-hand-over" title={text.handOver} about={text.handOverAbout} submit={text.handOverSubmit} reasonLabel={text.handOverReason} inquiry={inquiry}
      check={(form) => (form.text('unit') === '' ? [{ field: 'unit', text: text.handOverMissing }] : [])}
      body={(form) => ({ toUnitId: form.text('unit'), reason: form.text('reason').trim() })}>
      {(form) => <Select form={form} name="unit" label={text.handOverUnit} options={inquiry.request.handOverUnits.map(({ id, name, organisationName }) => ({ value: id, label: name, group: organisationName }))} />}
    </Ask>
  );
}

export function ReportWrongRecipient(inquiry: Inquiry) {
  const text = replyTexts();
  return <Ask id="report-wrong-recipient" title={text.wrong} about={text.wrongAbout} submit={text.wrongSubmit} reasonLabel={text.wrongReason} danger inquiry={inquiry} body={(form) => ({ reason: form.text('reason').trim() })} />;
}
