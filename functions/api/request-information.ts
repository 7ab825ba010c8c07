import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { requestInformation } from '../use-cases/request-information.ts';

export const handler = defineHandler('request-information', ({ caller, parameters, body, idempotency }) =>
  requestInformation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
