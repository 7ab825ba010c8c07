import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordAgreement } from '../use-cases/record-agreement.ts';

export const handler = defineHandler('record-agreement', ({ caller, parameters, body, idempotency }) =>
  recordAgreement(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
