import type { ReplyDraft } from '../contracts/reply.ts';
import { WrongStatus } from '../domain/errors.ts';
import { isUnderway } from '../domain/transitions.ts';
import type { ReplyPorts } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession, requestOf } from './reply-session.ts';

/** Keeps an unfinished reply on the server, for whoever opens the link of this unit next. @throws SessionExpired, WrongStatus */
export async function saveReplyDraft(ports: ReplyPorts, { caller, body }: { readonly caller: SessionCaller; readonly body: ReplyDraft }) {
  const session = await openSession(ports, caller);
  const { case: concerned } = await requestOf(ports, session);
  if (!isUnderway(concerned.status)) throw new WrongStatus('save-reply-draft', concerned.status);
  await ports.replyDrafts.save(session.caseId, session.unitId, body, caller.now);
  return { savedAt: caller.now };
}
