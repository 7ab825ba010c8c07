import { archivePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readArchive } from '../use-cases/read-archive.ts';

export const handler = defineHandler('read-archive', ({ caller, parameters }) => readArchive(archivePorts(), { caller, archiveId: parameters.archiveId }));
