import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordIdentityCall } from '../use-cases/record-identity-call.ts';

export const handler = defineHandler('record-identity-call', ({ caller, parameters, body, idempotency }) =>
  recordIdentityCall(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
