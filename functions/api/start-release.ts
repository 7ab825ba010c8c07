import { releasePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { startRelease } from '../use-cases/start-release.ts';

export const handler = defineHandler('start-release', ({ caller, idempotency, body }) => startRelease(releasePorts(), { caller, idempotency, body }));
