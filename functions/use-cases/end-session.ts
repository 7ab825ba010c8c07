import type { ReplyPorts } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';

/** Ends the session, whether it still was open or not. */
export async function endSession(ports: Pick<ReplyPorts, 'sessions' | 'secrets'>, { caller }: { readonly caller: SessionCaller }): Promise<Record<string, never>> {
  await ports.sessions.end(ports.secrets.hash(caller.sessionToken));
  return {};
}
