import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readPatientReference } from '../use-cases/read-patient-reference.ts';

export const handler = defineHandler('read-patient-reference', ({ caller, parameters, body }) => readPatientReference(staffPorts(), { caller, caseId: parameters.caseId, body }));
