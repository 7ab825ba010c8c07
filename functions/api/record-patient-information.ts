import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordPatientInformation } from '../use-cases/record-patient-information.ts';

export const handler = defineHandler('record-patient-information', ({ caller, parameters, body, idempotency }) =>
  recordPatientInformation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
