import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { signOffRetention } from '../use-cases/sign-off-retention.ts';

export const handler = defineHandler('sign-off-retention', ({ caller, idempotency, parameters, body }) => signOffRetention(retentionPorts(), { caller, idempotency, body, runId: parameters.runId }));
