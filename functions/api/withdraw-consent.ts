import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { withdrawConsent } from '../use-cases/withdraw-consent.ts';

export const handler = defineHandler('withdraw-consent', ({ caller, parameters, body, idempotency }) =>
  withdrawConsent(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
