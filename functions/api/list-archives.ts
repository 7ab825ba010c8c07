import { archivePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listArchives } from '../use-cases/list-archives.ts';

export const handler = defineHandler('list-archives', ({ caller }) => listArchives(archivePorts(), { caller }));
