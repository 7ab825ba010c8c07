import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setPatientReference } from '../use-cases/set-patient-reference.ts';

export const handler = defineHandler('set-patient-reference', ({ caller, parameters, body, idempotency }) =>
  setPatientReference(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
