import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { classifyCase } from '../use-cases/classify-case.ts';

export const handler = defineHandler('classify-case', ({ caller, parameters, body, idempotency }) =>
  classifyCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
