import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { consultGroup } from '../use-cases/consult-group.ts';

export const handler = defineHandler('consult-group', ({ caller, parameters, body, idempotency }) =>
  consultGroup(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
