import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { openDispute } from '../use-cases/open-dispute.ts';

export const handler = defineHandler('open-dispute', ({ caller, parameters, body, idempotency }) =>
  openDispute(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
