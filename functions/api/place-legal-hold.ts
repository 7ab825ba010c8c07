import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { placeLegalHold } from '../use-cases/place-legal-hold.ts';

export const handler = defineHandler('place-legal-hold', ({ caller, idempotency, body }) => placeLegalHold(retentionPorts(), { caller, idempotency, body }));
