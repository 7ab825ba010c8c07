import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { WithCookies } from '../http/request.ts';
import { endedSessionCookie } from '../http/session-cookie.ts';
import { endSession } from '../use-cases/end-session.ts';

export const handler = defineHandler('end-session', async ({ caller }) =>
  new WithCookies(await endSession(replyPorts(), { caller }), [endedSessionCookie]));
