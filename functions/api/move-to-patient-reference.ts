import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { moveToPatientReference } from '../use-cases/move-to-patient-reference.ts';

export const handler = defineHandler('move-to-patient-reference', ({ caller, parameters, body, idempotency }) =>
  moveToPatientReference(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
