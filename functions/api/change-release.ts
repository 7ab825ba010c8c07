import { releasePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeRelease } from '../use-cases/change-release.ts';

export const handler = defineHandler('change-release', ({ caller, idempotency, body, parameters }) => changeRelease(releasePorts(), { caller, idempotency, body, releaseId: parameters.releaseId }));
