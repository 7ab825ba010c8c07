import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { restartLifecycle } from '../use-cases/restart-lifecycle.ts';

export const handler = defineHandler('restart-lifecycle', ({ caller, parameters, body, idempotency }) =>
  restartLifecycle(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
