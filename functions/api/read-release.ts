import { releasePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRelease } from '../use-cases/read-release.ts';

export const handler = defineHandler('read-release', ({ caller, parameters }) => readRelease(releasePorts(), { caller, releaseId: parameters.releaseId }));
