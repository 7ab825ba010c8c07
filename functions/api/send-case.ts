import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { sendCase } from '../use-cases/send-case.ts';

export const handler = defineHandler('send-case', ({ caller, parameters, body, idempotency }) =>
  sendCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
