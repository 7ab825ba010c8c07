import type { CaseAction } from '../../../../../functions/contracts/case.ts';
import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';

/** Whether an allowed action is what the case waits for now: it stands open and first; otherwise it is folded away below. */
export function isAwaited(id: CaseAction, view: IncomingCaseView): boolean {
  const replying = view.status === 'investigationDone' || view.status === 'reopened';
  switch (id) {
    case 'accept-deviation':
    case 'save-investigation':
      return true;
    case 'assign-case': return view.leadInvestigator === null;
    case 'record-pharmacy-notification': return view.pharmacy !== null && view.pharmacy.doneAt === null;
    case 'report-investigation-done': return true;
    case 'edit-outgoing-text':
    case 'confirm-outgoing-text':
    case 'send-incoming-reply':
      return replying;
    case 'provide-information': return view.status === 'needsInfo';
    default: return false;
  }
}
