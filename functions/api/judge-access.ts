import { spotCheckPorts } from '../adapters/spot-check-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { judgeAccess } from '../use-cases/judge-access.ts';

export const handler = defineHandler('judge-access', ({ caller, idempotency, parameters, body }) => judgeAccess(spotCheckPorts(), { caller, idempotency, body, spotCheckId: parameters.spotCheckId }));
