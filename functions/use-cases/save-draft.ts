import type { Draft } from '../contracts/report.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Keeps an unfinished report as typed; the last save wins. @throws UnknownUser */
export const saveDraft = async (
  ports: StaffPorts, { caller, draftId, body }: { readonly caller: Caller; readonly draftId: string; readonly body: Pick<Draft, 'values'> },
): Promise<Draft> => {
  await signIn(ports, caller);
  const draft = { id: draftId, savedAt: caller.now, values: body.values };
  await ports.drafts.save(caller.userId, draft);
  return draft;
};
