import { textLimit } from '../../../../functions/contracts/limits.ts';
import { replyParts } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import { errorsOf, type FieldError } from '../../api/field-errors.ts';
import { filesOfReply } from '../../components/attachments/attachment-place.ts';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Button } from '../../components/button/button.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { type FormValue, useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { useKeeping } from '../../drafts/use-keeping.ts';
import { clockTime } from '../../language/dates.ts';
import { replyPartNames } from '../../case-parts/reply-part-names.ts';
import type { Inquiry } from './asking.tsx';
import { replyTexts } from './texts.ts';

type Name = (typeof replyParts)[number] | 'respondentTitle' | 'dismissed';
const pointers: Readonly<Record<string, Name>> = {
  '/parts/deviationReceived': 'deviationReceived', '/parts/investigation': 'investigation', '/parts/acuteActions': 'acuteActions',
  '/parts/rootCause': 'rootCause', '/parts/systematicActions': 'systematicActions', '/respondentTitle': 'respondentTitle',
};

/** The four parts and the respondent's title; kept as a draft on the server while it is written. */
export function ReplyForm({ request, expired, done }: Inquiry) {
  const text = replyTexts();
  const { draft } = request;
  // The root cause stands by itself only where the routine asks for it so.
  const rootCauseApart = request.requiredParts.includes('rootCause');
  const names = replyPartNames(rootCauseApart);
  const asked = replyParts.filter((part) => part !== 'rootCause' || rootCauseApart);
  const form = useForm<Name>({
    deviationReceived: draft?.parts.deviationReceived ?? '', investigation: draft?.parts.investigation ?? '', acuteActions: draft?.parts.acuteActions ?? '',
    systematicActions: draft?.parts.systematicActions ?? '', rootCause: draft?.parts.rootCause ?? '', respondentTitle: draft?.respondentTitle ?? '', dismissed: '',
  } satisfies Record<Name, FormValue>);
  const { busy, send } = useSending('submit-reply');
  const body = () => ({
    parts: {
      deviationReceived: form.text('deviationReceived').trim(), investigation: form.text('investigation').trim(),
      acuteActions: form.text('acuteActions').trim(), systematicActions: form.text('systematicActions').trim(),
      ...(form.text('rootCause').trim() !== '' && { rootCause: form.text('rootCause').trim() }),
    },
    respondentTitle: form.text('respondentTitle').trim(),
  });
  const keeping = useKeeping(body(), (value) => call('save-reply-draft', { body: value }), !busy);

  const check = (): readonly FieldError[] => [
    ...asked.flatMap((part) => {
      const value = form.text(part).trim();
      if (value === '' && request.requiredParts.includes(part)) return [{ field: part, text: `${names[part]}: ${text.required}` }];
      return value.length > textLimit.long ? [{ field: part, text: text.tooLong }] : [];
    }),
    ...(form.text('respondentTitle').trim() === '' ? [{ field: 'respondentTitle', text: text.respondentMissing }] : []),
  ];
  const submit = async () => {
    const errors = check();
    form.fail(errors);
    if (errors.length > 0) return;
    const answer = body();
    const outcome = await send(answer);
    if (outcome === null) return;
    if ('answer' in outcome) {
      keeping.stop();
      return done({ what: 'answered', number: outcome.answer.number, at: outcome.answer.receivedAt, answer });
    }
    if (outcome.failure.code === 'session-expired') return expired();
    form.fail(errorsOf(outcome.failure, pointers));
  };
  const dismissed = form.text('dismissed').split(',').filter(Boolean);
  return (
    <section class="panel panel-todo" aria-labelledby="reply-title">
      <h2 id="reply-title">{text.replyTitle}</h2>
      <p class="small">{text.replyAbout}</p>
      <FormFrame form={form} onSubmit={() => void submit()} label={text.replyTitle}>
        {asked.map((part) => (
          <TextArea key={part} form={form} name={part} label={names[part]} description={part === 'investigation' && rootCauseApart ? text.investigationApart : text.partAbout[part]} optional={!request.requiredParts.includes(part)} most={textLimit.long}
            marking={{ dismissed, dismiss: (digits) => form.set('dismissed', [...dismissed, digits].join(',')) }} />
        ))}
        <TextField form={form} name="respondentTitle" label={text.respondent} description={text.respondentAbout} autocomplete="organization-title" />
        <Attachments place={filesOfReply} part="reply" />
        <div class="buttons"><Button type="submit" busy={busy}>{text.submit}</Button></div>
        <p class="saved" role="status">
          {keeping.state === 'saving' ? text.saving : keeping.state === 'failed' ? text.notSaved : keeping.state === 'saved' ? text.saved(clockTime(keeping.at)) : text.autosave}
        </p>
      </FormFrame>
    </section>
  );
}
