import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { provideInformation } from '../use-cases/provide-information.ts';

export const handler = defineHandler('provide-information', ({ caller, parameters, body, idempotency }) =>
  provideInformation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
