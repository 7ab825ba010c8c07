import { releasePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readReleaseDocument } from '../use-cases/read-release-document.ts';

export const handler = defineHandler('read-release-document', ({ caller, parameters }) => readReleaseDocument(releasePorts(), { caller, releaseId: parameters.releaseId }));
