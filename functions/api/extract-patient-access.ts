import { extractPorts } from '../adapters/access-log-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { extractPatientAccess } from '../use-cases/extract-patient-access.ts';

export const handler = defineHandler('extract-patient-access', ({ caller, body }) => extractPatientAccess(extractPorts(), { caller, body }));
