import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordConsent } from '../use-cases/record-consent.ts';

export const handler = defineHandler('record-consent', ({ caller, parameters, body, idempotency }) =>
  recordConsent(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
