import type { OutgoingCase, ReplyRequest } from '../domain/case.ts';
import { SessionExpired } from '../domain/errors.ts';
import type { IncomingCase } from '../domain/incoming-case.ts';
import type { LoadedCase } from './ports.ts';
import type { ReplyPorts, ReplySession } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { replyLimits } from './reply-limits.ts';

/** `lastUsedAt` need not be exact: one write a minute is enough. */
const touchAfterMilliseconds = 60_000;

/** A session that is neither idle too long nor too old. @throws SessionExpired */
export async function openSession(ports: Pick<ReplyPorts, 'sessions' | 'secrets'>, caller: SessionCaller): Promise<ReplySession> {
  const session = await ports.sessions.find(ports.secrets.hash(caller.sessionToken));
  if (!session) throw new SessionExpired();
  const idle = Date.parse(caller.now) - Date.parse(session.lastUsedAt);
  const age = Date.parse(caller.now) - Date.parse(session.startedAt);
  if (idle > replyLimits.sessionIdleSeconds * 1000 || age > replyLimits.sessionSeconds * 1000) throw new SessionExpired();
  if (idle > touchAfterMilliseconds) await ports.sessions.touch(session.hash, caller.now);
  return session;
}

export interface RequestOfSession {
  readonly loaded: LoadedCase;
  readonly case: OutgoingCase;
  readonly request: ReplyRequest;
}

/** The request that a session is bound to; a new link or recipient ends the session with the old epoch. @throws SessionExpired */
export async function requestOf(ports: Pick<ReplyPorts, 'cases'>, session: ReplySession): Promise<RequestOfSession> {
  const loaded = await ports.cases.load(session.caseId);
  const concerned = loaded?.case;
  if (!loaded || concerned?.direction !== 'outgoing' || session.purpose !== 'reply') throw new SessionExpired();
  const { request } = concerned;
  if (!request || request.epoch !== session.epoch || request.unitId !== session.unitId) throw new SessionExpired();
  return { loaded, case: concerned, request };
}

/** The case that a session's holder has filed; a renewed link ends the sessions of the old one. @throws SessionExpired */
export async function filedCaseOf(ports: Pick<ReplyPorts, 'cases'>, session: ReplySession): Promise<{ readonly loaded: LoadedCase; readonly case: IncomingCase }> {
  const loaded = await ports.cases.load(session.caseId);
  const concerned = loaded?.case;
  if (!loaded || concerned?.direction !== 'incoming' || session.purpose !== 'status' || concerned.filerLinkEpoch !== session.epoch) throw new SessionExpired();
  return { loaded, case: concerned };
}
