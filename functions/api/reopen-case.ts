import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { reopenCase } from '../use-cases/reopen-case.ts';

export const handler = defineHandler('reopen-case', ({ caller, parameters, body, idempotency }) =>
  reopenCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
