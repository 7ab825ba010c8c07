import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { exemptFromRetention } from '../use-cases/exempt-from-retention.ts';

export const handler = defineHandler('exempt-from-retention', ({ caller, idempotency, parameters, body }) => exemptFromRetention(retentionPorts(), { caller, idempotency, body, runId: parameters.runId }));
