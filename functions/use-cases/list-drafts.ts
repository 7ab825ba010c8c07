import type { Draft } from '../contracts/report.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn } from './staff-access.ts';

/** A person's own unfinished reports, newest first; nobody else's. @throws UnknownUser */
export const listDrafts = async (ports: StaffPorts, { caller }: { readonly caller: Caller }): Promise<{ drafts: Draft[] }> => {
  await signIn(ports, caller);
  const drafts = await ports.drafts.list(caller.userId, caller.now);
  return { drafts: drafts.map((draft) => ({ ...draft, values: { ...draft.values } })) };
};
