import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { WithCookies } from '../http/request.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { verifyCode } from '../use-cases/verify-code.ts';

export const handler = defineHandler('verify-code', async ({ caller, body }) => {
  const { token, started } = await verifyCode(replyPorts(), { caller, body });
  return new WithCookies(started, [sessionCookie(token)]);
});
