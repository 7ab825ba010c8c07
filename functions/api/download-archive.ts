import { archivePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { downloadArchive } from '../use-cases/download-archive.ts';

export const handler = defineHandler('download-archive', ({ caller, parameters }) => downloadArchive(archivePorts(), { caller, archiveId: parameters.archiveId, part: parameters.part }));
