import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { renewLink } from '../use-cases/renew-link.ts';

export const handler = defineHandler('renew-link', ({ caller, parameters, body, idempotency }) =>
  renewLink(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
