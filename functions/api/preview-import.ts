import { importPorts } from '../adapters/import-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { previewImport } from '../use-cases/preview-import.ts';

export const handler = defineHandler('preview-import', ({ caller, idempotency, body }) => previewImport(importPorts(), { caller, idempotency, body }));
