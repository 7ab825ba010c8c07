import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordStaffSupport } from '../use-cases/record-staff-support.ts';

export const handler = defineHandler('record-staff-support', ({ caller, parameters, body, idempotency }) =>
  recordStaffSupport(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
