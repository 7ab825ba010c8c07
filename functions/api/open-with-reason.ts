import { rateLimiter } from '../adapters/rate-limiter.ts';
import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { openWithReason } from '../use-cases/open-with-reason.ts';

export const handler = defineHandler('open-with-reason', ({ caller, idempotency, body }) => openWithReason({ ...staffPorts(), rates: rateLimiter }, { caller, idempotency, body }));
