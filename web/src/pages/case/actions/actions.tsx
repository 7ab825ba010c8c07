import { SetBreach } from '../../../case-parts/breach/set-breach.tsx';
import { ClassifyCase } from '../../../case-parts/classification/classify-case.tsx';
import { classificationTexts } from '../../../case-parts/classification/texts.ts';
import { breachTexts } from '../../../case-parts/breach/texts.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import type { CaseAction, CaseView } from '../../../../../functions/contracts/case.ts';
import { LinkButton } from '../../../components/button/button.tsx';
import { PlannedActions } from '../../../case-parts/follow-up/planning.tsx';
import { Ladder } from '../../../case-parts/ladder/ladder.tsx';
import { HarmBlocked } from '../../../case-parts/harm/harm-blocked.tsx';
import { EffectWaiting, furtherParts, HarmWaiting, mayPlan, PatientWaiting } from '../../../case-parts/parts-forms.tsx';
import { partTexts } from '../../../case-parts/texts.ts';
import { replyParts } from '../../../../../functions/contracts/words.ts';
import { Checkbox, Group } from '../../../components/field/choices.tsx';
import { replyPartNames } from '../../../case-parts/reply-part-names.ts';
import { CompleteOnCall, NoteInRecord, RecordDispatch, RegisterReply, SetNotOurs } from '../care/care-actions.tsx';
import { careTexts } from '../care/texts.ts';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { DecideAsk, ProvideInformation } from './answers.tsx';
import { AssignCase, RecordIdentityCall, ShareReply } from './people.tsx';
import { PatientReference } from './patient-reference.tsx';
import { AddNote, FurtherList, More, Todo, WithReason } from './plain-actions.tsx';
import { plainTexts } from './plain-texts.ts';
import { RecordConsent, WithdrawConsent } from '../../../case-parts/secrecy/consents.tsx';
import { MoveNumbers, numbersIn, SetPatientReference } from '../../../case-parts/secrecy/patient-reference-change.tsx';
import { secrecyTexts } from '../../../case-parts/secrecy/texts.ts';
import { OutgoingText, SendCase, SetExternalUnit } from './sending.tsx';
import { actionTexts } from './texts.ts';

/** A unit that is written to by post hears of these by letter alone. */
const letterStatuses: readonly CaseView['status'][] = ['sent', 'replyReturned', 'closed', 'withdrawn'];
/** What waits for this user, open and first on the page. */
export function WaitingActions(action: ActionProps) {
  const { view } = action;
  const text = actionTexts();
  const may = (id: CaseAction) => view.allowed.includes(id);
  const care = careTexts();
  const answered = view.status === 'answered';
  const posted = view.request !== null && view.request.how !== 'link';
  const over = view.status === 'closed' || view.status === 'withdrawn';
  const unreached = managerToReach(view);
  return (
    <>
      {posted && letterStatuses.includes(view.status) && <Todo title={care.dispatch.toPrint}>
        <p class="small">{care.dispatch.toPrintAbout[over ? 'over' : 'request']}</p>
        <div class="buttons"><LinkButton kind={over ? 'secondary' : 'primary'} href={`/cases/${view.id}?letter=1`}>{care.dispatch.show}</LinkButton></div>
      </Todo>}
      {unreached !== null && <Todo title={text.reach.title}><p>{text.reach.about(unreached)}</p></Todo>}
      {may('provide-information') && (view.informationRequest?.answer ?? null) === null && <Todo title={text.answer.title}><ProvideInformation {...action} /></Todo>}
      {may('decide-ask') && view.asks.filter(({ decision }) => decision === null).map((ask) => <DecideAsk key={ask.id} ask={ask} {...action} />)}
      {may('complete-on-call') && (view.onCall?.missing.length ?? 0) > 0 && <Todo id="on-call" title={care.onCall.complete}><CompleteOnCall {...action} /></Todo>}
      {may('set-external-unit') && view.externalUnit === null && <Todo id="external-unit" title={text.unit.title}><SetExternalUnit {...action} /></Todo>}
      {may('set-breach') && view.sendingBlockedBy.includes('breach-missing') && <Todo id="breach" title={breachTexts().title}><SetBreach {...action} /></Todo>}
      {(may('edit-outgoing-text') || may('confirm-outgoing-text')) && <Todo id="outgoing-text" title={text.outgoing.title}><OutgoingText {...action} /></Todo>}
      {may('move-to-patient-reference') && numbersIn(view).length > 0 && <Todo title={secrecyTexts().move.title}><MoveNumbers {...action} /></Todo>}
      {may('send-case') && <Todo title={text.send.title}><SendCase {...action} /></Todo>}
      {posted && may('register-reply') && <Todo title={care.reply.title}><RegisterReply {...action} /></Todo>}
      <HarmWaiting {...action} />
      <PatientWaiting {...action} />
      {answered && may('share-reply') && <Todo title={text.share.title}><ShareReply {...action} /></Todo>}
      {answered && may('close-case') && <Todo title={text.close.title}><CloseCase {...action} /></Todo>}
      <EffectWaiting {...action} />
      <Ladder {...action} />
    </>
  );
}

/** The unit whose manager was not told of its late reply, for want of a mailbox: somebody who handles the case has to (domain.md section 5). */
function managerToReach({ allowed, request, status, timeline }: ActionProps['view']): string | null {
  if (request === null || !allowed.includes('renew-link') || !['sent', 'acknowledged', 'replyReturned'].includes(status)) return null;
  const told = timeline.findLast(({ type, detail }) => type === 'escalated' && detail['externalUnitId'] === request.unit.id);
  return told?.detail['managerMailboxMissing'] === true ? request.unit.name : null;
}

/** What else is allowed, folded away. */
export function FurtherActions(action: ActionProps) {
  const { view } = action;
  const text = actionTexts();
  const plain = plainTexts();
  const secrecy = secrecyTexts();
  const may = (id: CaseAction) => view.allowed.includes(id);
  const care = careTexts();
  const answered = view.status === 'answered';
  return <FurtherList>{[
    may('return-reply') && <More key="return" title={text.returned.title}><ReturnReply {...action} /></More>,
    may('set-external-unit') && view.externalUnit !== null && <More key="unit" id="external-unit" title={text.unit.title}><SetExternalUnit {...action} /></More>,
    may('set-breach') && !view.sendingBlockedBy.includes('breach-missing') && <More key="breach" id="breach" title={breachTexts().title}><SetBreach {...action} /></More>,
    !answered && may('share-reply') && <More key="share" title={text.share.title}><ShareReply {...action} /></More>,
    may('classify-case') && <More key="classify" id="classify" title={classificationTexts().title}><ClassifyCase {...action} /></More>,
    may('note-in-record') && <More key="record" title={care.record.title}><NoteInRecord {...action} /></More>,
    may('complete-on-call') && (view.onCall?.missing.length ?? 0) === 0 && <More key="on-call" id="on-call" title={care.onCall.complete}><CompleteOnCall {...action} /></More>,
    may('set-not-ours') && <More key="not-ours" title={care.notOurs.action}><SetNotOurs {...action} /></More>,
    may('record-dispatch') && <More key="dispatch" title={care.dispatch.more}><RecordDispatch {...action} /></More>,
    may('register-reply') && view.request?.how === 'link' && <More key="register-reply" title={care.reply.title}><RegisterReply {...action} /></More>,
    may('request-information') && <More key="question" title={text.question.title}><RequestInformation {...action} /></More>,
    may('read-patient-reference') && view.hasPatientReference && <More key="patient" title={plain.patient.title}><PatientReference {...action} /></More>,
    may('set-patient-reference') && <More key="reference" title={secrecy.reference.title}><SetPatientReference {...action} /></More>,
    may('record-consent') && <More key="consent" id="record-consent" title={secrecy.record.title}><RecordConsent {...action} /></More>,
    may('withdraw-consent') && <More key="withdraw-consent" title={secrecy.withdraw.title}><WithdrawConsent {...action} /></More>,
    may('record-identity-call') && <More key="identity" title={text.identity.title}><RecordIdentityCall {...action} /></More>,
    ...furtherParts(action),
    mayPlan(view) && <More key="actions" id="actions" title={partTexts().actions}><PlannedActions {...action} /></More>,
    may('add-note') && <More key="note" title={plain.addNote.title}><AddNote {...action} /></More>,
    may('assign-case') && <More key="assign" title={text.assign.title}><AssignCase {...action} /></More>,
    may('renew-link') && <More key="renew" title={text.renew.title}><RenewLink {...action} /></More>,
    !answered && may('close-case') && <More key="close" title={text.close.title}><CloseCase {...action} /></More>,
    may('reopen-case') && <More key="reopen" title={plain.reopen.title}><WithReason id="reopen-case" words={plain.reopen} {...action} /></More>,
    may('withdraw-case') && <More key="withdraw" title={text.withdraw.title}><HarmBlocked blocks={view.endingBlockedBy} allowed={view.allowed} /><WithReason id="withdraw-case" words={text.withdraw} danger {...action} /></More>,
    may('restart-lifecycle') && <More key="restart" title={plain.restart.title}><WithReason id="restart-lifecycle" words={plain.restart} most={textLimit.short} {...action} /></More>,
  ]}</FurtherList>;
}

/** The parts that are not enough can be named one by one (H7). */
function ReturnReply(action: ActionProps) {
  const text = actionTexts().returned;
  const care = careTexts().reply;
  const names = replyPartNames(action.view.requiredParts.includes('rootCause'));
  return <>
    <p class="small">{text.about}</p>
    {action.view.request && action.view.request.how !== 'link' && <p class="small">{care.letterNeeded}</p>}
    <CommandForm<'return-reply', string> id="return-reply" action={action} initial={{ reason: '', dismissed: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/reason': 'reason' }}
      check={(form) => needs(form, 'reason', text.missing)} body={(form, version) => ({ version, reason: form.text('reason').trim(), lacking: replyParts.filter((part) => form.flag(part)), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        <Group label={care.whichLacks}>{replyParts.map((part) => <Checkbox key={part} form={form} name={part} label={names[part]} />)}</Group>
        <TextArea form={form} name="reason" label={text.field} most={textLimit.medium} marking={leaving(form, namesIn(action.registers))} />
      </>}
    </CommandForm>
  </>;
}

function CloseCase(action: ActionProps) {
  const text = actionTexts().close;
  const { closingBlockedBy } = action.view;
  return <>
    <p class="small">{text.about}</p>
    <HarmBlocked blocks={closingBlockedBy} allowed={action.view.allowed} />
    <CommandForm id="close-case" action={action} initial={{ note: '' }} submit={text.submit} said={text.said} pointers={{ '/note': 'note' }}
      body={(form, version) => ({ version, note: form.text('note').trim() })}>
      {(form) => <TextArea form={form} name="note" label={text.field} optional most={textLimit.medium} />}
    </CommandForm>
  </>;
}

function RequestInformation(action: ActionProps) {
  const text = actionTexts().question;
  return (
    <CommandForm id="request-information" action={action} initial={{ question: '' }} submit={text.submit} said={text.said} pointers={{ '/question': 'question' }}
      check={(form) => needs(form, 'question', text.missing)} body={(form, version) => ({ version, question: form.text('question').trim() })}>
      {(form) => <TextArea form={form} name="question" label={text.field} most={textLimit.medium} />}
    </CommandForm>
  );
}

function RenewLink(action: ActionProps) {
  const text = actionTexts().renew;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm id="renew-link" action={action} initial={{}} submit={text.submit} said={text.said} kind="secondary" body={(_, version) => ({ version })} />
  </>;
}
