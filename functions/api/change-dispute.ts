import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeDispute } from '../use-cases/change-dispute.ts';

export const handler = defineHandler('change-dispute', ({ caller, parameters, body, idempotency }) =>
  changeDispute(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
