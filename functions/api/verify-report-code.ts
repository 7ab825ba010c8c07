import { reportLinkPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { WithCookies } from '../http/request.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { verifyReportCode } from '../use-cases/submitted-report-link.ts';

export const handler = defineHandler('verify-report-code', async ({ caller, body }) => {
  const { token, started } = await verifyReportCode(reportLinkPorts(), { caller, body });
  return new WithCookies(started, [sessionCookie(token)]);
});
