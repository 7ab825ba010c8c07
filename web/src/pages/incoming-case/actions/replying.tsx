import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { dispatches, type IncomingBlock } from '../../../../../functions/contracts/words.ts';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { language } from '../../../language/language.ts';
import { type ActionProps, CommandForm, needs } from '../../case/actions/command-form.tsx';
import { MendLink } from '../../case/actions/plain-actions.tsx';
import { TextThatLeaves } from '../../case/actions/text-that-leaves.tsx';
import { HarmBlocked } from '../../../case-parts/harm/harm-blocked.tsx';
import { ownUnits } from '../../../case-parts/fields.tsx';
import { partTexts } from '../../../case-parts/texts.ts';
import { incomingActionTexts } from './texts.ts';

type Incoming = ActionProps<IncomingCaseView>;

export const ReplyText = (action: Incoming) => <TextThatLeaves {...action} words={incomingActionTexts().reply} begin="" />;

const mendingPlace: Record<Exclude<IncomingBlock, 'mailbox-missing'>, string> = {
  'investigation-not-done': 'investigation', 'text-not-confirmed': 'reply-text', 'personal-number-in-text': 'reply-text', 'identifying-in-text': 'reply-text', 'consent-missing': 'record-consent', 'pharmacy-not-notified': 'pharmacy', 'harm-review-missing': 'harm-assessment', 'harm-decision-missing': 'serious-harm',
  'patient-information-missing': 'patient-information', 'breach-missing': 'breach',
};

/** Sending closes the case (V8). All that stands in the way is listed; the button answers in words all the same. */
export function SendReply(action: Incoming) {
  const text = incomingActionTexts().send;
  const words = incomingVocabulary();
  const { view } = action;
  const dispatchOf = (value: string) => dispatches.find((one) => one === value) ?? 'post';
  return (
    <CommandForm id="send-incoming-reply" action={action} initial={{ dispatch: view.source.mailbox === null ? 'post' : 'link' }} submit={text.submit} said={text.said} kind={view.sendingBlockedBy.length > 0 ? 'secondary' : 'primary'} pointers={{ '/dispatch': 'dispatch' }}
      body={(form, version) => ({ version, dispatch: dispatchOf(form.text('dispatch')) })}>
      {(form) => {
        const blocks = view.sendingBlockedBy.filter((block) => block !== 'mailbox-missing' || form.text('dispatch') === 'link');
        return <>
          {blocks.length > 0 && (
            <Notice color="warning" title={text.blocked}>
              <ul class="ds-list">{blocks.map((block) => <li key={block}>{block === 'mailbox-missing' ? text.mend[block] : block === 'harm-decision-missing' && !view.allowed.includes('record-harm-decision') ? `${text.mend[block]} ${partTexts().byOthers}` : <MendLink place={mendingPlace[block]}>{text.mend[block]}</MendLink>}</li>)}</ul>
            </Notice>
          )}
          <p class="small">{text.about}</p>
          <Radios form={form} name="dispatch" label={text.how} options={dispatches.map((value) => ({ value, label: value === 'link' && view.source.mailbox !== null ? `${words.dispatch[value]} (${view.source.mailbox})` : words.dispatch[value] }))} />
          {form.text('dispatch') === 'post' && <p class="small">{text.post}</p>}
        </>;
      }}
    </CommandForm>
  );
}

export function RejectCase(action: Incoming) {
  const text = incomingActionTexts().reject;
  return <>
    <p class="small">{text.about}</p>
    <HarmBlocked blocks={action.view.endingBlockedBy} allowed={action.view.allowed} />
    <CommandForm id="reject-case" action={action} initial={{ reason: '', text: '', dismissed: '' }} submit={text.submit} said={text.said} kind="danger" pointers={{ '/reasonCode': 'reason', '/text': 'text' }}
      check={(form) => needs(form, 'reason', text.missing)} body={(form, version) => ({ version, reasonCode: form.text('reason'), text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        <Radios form={form} name="reason" label={text.reason} options={action.registers.routine.incoming.rejectionReasons.map(({ code, text: words }) => ({ value: code, label: words[language.value] ?? code }))} />
        <TextArea form={form} name="text" label={text.field} optional most={textLimit.medium} rows={2} marking={leaving(form, namesIn(action.registers))} />
      </>}
    </CommandForm>
  </>;
}

export function RedirectCase(action: Incoming) {
  const texts = incomingActionTexts();
  const text = texts.redirect;
  const { view, registers } = action;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm id="redirect-case" action={action} initial={{ unit: '', reason: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/toUnitId': 'unit', '/reason': 'reason' }}
      check={(form) => [...needs(form, 'unit', texts.unitMissing), ...needs(form, 'reason', text.reasonMissing)]} body={(form, version) => ({ version, toUnitId: form.text('unit'), reason: form.text('reason').trim() })}>
      {(form) => <>
        <Select form={form} name="unit" label={text.unit} options={ownUnits(registers).filter(({ id }) => id !== view.concernedUnits[0]?.id).map(({ id, name }) => ({ value: id, label: name }))} />
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

export function AskFiler(action: Incoming) {
  const text = incomingActionTexts().question;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm id="request-information" action={action} initial={{ question: '', dismissed: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/question': 'question' }}
      check={(form) => needs(form, 'question', text.missing)} body={(form, version) => ({ version, question: form.text('question').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <TextArea form={form} name="question" label={text.field} most={textLimit.medium} marking={leaving(form, namesIn(action.registers))} />}
    </CommandForm>
  </>;
}

export function RecordAnswer(action: Incoming) {
  const text = incomingActionTexts().answer;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm id="provide-information" action={action} initial={{ answer: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/answer': 'answer' }}
      check={(form) => needs(form, 'answer', text.missing)} body={(form, version) => ({ version, answer: form.text('answer').trim() })}>
      {(form) => <TextArea form={form} name="answer" label={text.field} most={textLimit.long} />}
    </CommandForm>
  </>;
}
