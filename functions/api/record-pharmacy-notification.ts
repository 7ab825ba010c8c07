import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordPharmacyNotification } from '../use-cases/record-pharmacy-notification.ts';

export const handler = defineHandler('record-pharmacy-notification', ({ caller, parameters, body, idempotency }) =>
  recordPharmacyNotification(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
