import { intakePorts } from '../adapters/intake-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { WithCookies } from '../http/request.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { verifyIntakeCode } from '../use-cases/verify-intake-code.ts';

export const handler = defineHandler('verify-intake-code', async ({ caller, body }) => {
  const { token, started } = await verifyIntakeCode(intakePorts(), { caller, body });
  return new WithCookies(started, [sessionCookie(token)]);
});
