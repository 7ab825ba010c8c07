import type { CaseAction } from '../../../../../functions/contracts/case.ts';
import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { Ladder } from '../../../case-parts/ladder/ladder.tsx';
import { ActionsWaiting, EffectWaiting, HarmWaiting, PatientWaiting } from '../../../case-parts/parts-forms.tsx';
import { filesOfCase } from '../../../components/attachments/attachment-place.ts';
import { Attachments } from '../../../components/attachments/attachments.tsx';
import type { ActionProps } from '../../case/actions/command-form.tsx';
import { Todo } from '../../case/actions/plain-actions.tsx';
import { FinishInvestigation, InvestigationTasks } from './investigation.tsx';
import { AssignInvestigators } from './people.tsx';
import { NotifyPharmacy } from './pharmacy.tsx';
import { isAwaited } from './places.ts';
import { MoveNumbers, numbersIn } from '../../../case-parts/secrecy/patient-reference-change.tsx';
import { secrecyTexts } from '../../../case-parts/secrecy/texts.ts';
import { AcceptDeviation } from './registration.tsx';
import { ReplyText, SendReply } from './replying.tsx';
import { incomingActionTexts } from './texts.ts';

/** What waits for this user, open, in the order it is done. */
export function IncomingWaiting(action: ActionProps<IncomingCaseView>) {
  const { view } = action;
  const text = incomingActionTexts();
  const may = (id: CaseAction) => view.allowed.includes(id);
  const waits = (id: CaseAction) => may(id) && isAwaited(id, view);
  return (
    <>
      {waits('accept-deviation') && <Todo title={text.accept.title}><AcceptDeviation {...action} /></Todo>}
      {waits('assign-case') && <Todo title={text.lead.title}><AssignInvestigators {...action} /></Todo>}
      <HarmWaiting {...action} />
      {waits('record-pharmacy-notification') && <Todo id="pharmacy" title={text.pharmacy.title}><NotifyPharmacy {...action} /></Todo>}
      {waits('save-investigation') && <Todo id="investigation" title={text.investigation}><InvestigationTasks {...action} /><Attachments place={filesOfCase(view.id)} part="investigation" title={text.investigationFiles} /></Todo>}
      <ActionsWaiting {...action} />
      <PatientWaiting {...action} />
      {waits('report-investigation-done') && <Todo title={text.finish.title}><FinishInvestigation {...action} /></Todo>}
      {waits('edit-outgoing-text') && <Todo id="reply-text" title={text.reply.title}><ReplyText {...action} /><Attachments place={filesOfCase(view.id)} part="reply" title={text.replyFiles} /></Todo>}
      {may('move-to-patient-reference') && numbersIn(view).length > 0 && <Todo title={secrecyTexts().move.title}><MoveNumbers {...action} /></Todo>}
      {waits('send-incoming-reply') && <Todo title={text.send.title}><SendReply {...action} /></Todo>}
      <EffectWaiting {...action} />
      <Ladder {...action} />
    </>
  );
}
