import type { Caller, StaffPorts } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Discards an unfinished report of one's own; one that is gone already is no fault. @throws UnknownUser */
export const discardDraft = async (ports: StaffPorts, { caller, draftId }: { readonly caller: Caller; readonly draftId: string }): Promise<Record<string, never>> => {
  await signIn(ports, caller);
  await ports.drafts.discard(caller.userId, draftId);
  return {};
};
