import { archivePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { startArchive } from '../use-cases/start-archive.ts';

export const handler = defineHandler('start-archive', ({ caller, idempotency, body }) => startArchive(archivePorts(), { caller, idempotency, body }));
