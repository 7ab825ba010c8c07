import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { releaseLegalHold } from '../use-cases/release-legal-hold.ts';

export const handler = defineHandler('release-legal-hold', ({ caller, idempotency, parameters, body }) => releaseLegalHold(retentionPorts(), { caller, idempotency, body, holdId: parameters.holdId }));
