import { SetBreach } from '../../../case-parts/breach/set-breach.tsx';
import { ClassifyCase } from '../../../case-parts/classification/classify-case.tsx';
import { classificationTexts } from '../../../case-parts/classification/texts.ts';
import { breachTexts } from '../../../case-parts/breach/texts.ts';
import type { CaseAction } from '../../../../../functions/contracts/case.ts';
import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { furtherParts } from '../../../case-parts/parts-forms.tsx';
import { filesOfCase } from '../../../components/attachments/attachment-place.ts';
import { Attachments } from '../../../components/attachments/attachments.tsx';
import type { ActionProps } from '../../case/actions/command-form.tsx';
import { PatientReference } from '../../case/actions/patient-reference.tsx';
import { AddNote, FurtherList, More, WithReason } from '../../case/actions/plain-actions.tsx';
import { plainTexts } from '../../case/actions/plain-texts.ts';
import { RecordConsent, WithdrawConsent } from '../../../case-parts/secrecy/consents.tsx';
import { SetPatientReference } from '../../../case-parts/secrecy/patient-reference-change.tsx';
import { secrecyTexts } from '../../../case-parts/secrecy/texts.ts';
import { NoteInRecord } from '../../case/care/care-actions.tsx';
import { careTexts } from '../../case/care/texts.ts';
import { AddInvestigators, AssignInvestigators } from './people.tsx';
import { isAwaited } from './places.ts';
import { SetConcernedUnits } from './registration.tsx';
import { AskFiler, RecordAnswer, RedirectCase, RejectCase, ReplyText, SendReply } from './replying.tsx';
import { incomingActionTexts } from './texts.ts';

/** What else is allowed, folded away. */
export function IncomingFurther(action: ActionProps<IncomingCaseView>) {
  const { view } = action;
  const text = incomingActionTexts();
  const plain = plainTexts();
  const secrecy = secrecyTexts();
  const may = (id: CaseAction) => view.allowed.includes(id);
  const also = (id: CaseAction) => may(id) && !isAwaited(id, view);
  return <FurtherList>{[
    may('provide-information') && <More key="answer" title={text.answer.title}><RecordAnswer {...action} /></More>,
    may('request-information') && <More key="question" title={text.question.title}><AskFiler {...action} /></More>,
    may('add-investigators') && <More key="add" title={text.add.title}><AddInvestigators {...action} /></More>,
    also('assign-case') && <More key="assign" title={text.change.title}><AssignInvestigators {...action} /></More>,
    may('set-concerned-units') && <More key="units" title={text.units.title}><SetConcernedUnits {...action} /></More>,
    may('return-investigation') && <More key="return" title={text.returned.title}><WithReason id="return-investigation" words={text.returned} {...action} /></More>,
    (also('edit-outgoing-text') || also('confirm-outgoing-text')) && <More key="reply" id="reply-text" title={text.reply.title}><ReplyText {...action} /><Attachments place={filesOfCase(view.id)} part="reply" title={text.replyFiles} /></More>,
    also('send-incoming-reply') && <More key="send" title={text.send.title}><SendReply {...action} /></More>,
    ...furtherParts(action),
    may('read-patient-reference') && view.hasPatientReference && <More key="patient" title={plain.patient.title}><PatientReference {...action} /></More>,
    may('set-patient-reference') && <More key="reference" title={secrecy.reference.title}><SetPatientReference {...action} /></More>,
    may('record-consent') && <More key="consent" id="record-consent" title={secrecy.record.title}><RecordConsent {...action} /></More>,
    may('withdraw-consent') && <More key="withdraw-consent" title={secrecy.withdraw.title}><WithdrawConsent {...action} /></More>,
    may('redirect-case') && <More key="redirect" title={text.redirect.title}><RedirectCase {...action} /></More>,
    may('note-in-record') && <More key="record" title={careTexts().record.title}><NoteInRecord {...action} /></More>,
    may('set-breach') && <More key="breach" id="breach" title={breachTexts().title}><SetBreach {...action} /></More>,
    may('classify-case') && <More key="classify" id="classify" title={classificationTexts().title}><ClassifyCase {...action} /></More>,
    may('add-note') && <More key="note" title={plain.addNote.title}><AddNote {...action} /></More>,
    may('reject-case') && <More key="reject" title={text.reject.title}><RejectCase {...action} /></More>,
    may('reopen-case') && <More key="reopen" title={plain.reopen.title}><WithReason id="reopen-case" words={plain.reopen} {...action} /></More>,
    may('restart-lifecycle') && <More key="restart" title={plain.restart.title}><WithReason id="restart-lifecycle" words={plain.restart} most={textLimit.short} {...action} /></More>,
  ]}</FurtherList>;
}
