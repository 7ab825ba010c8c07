import { importPorts } from '../adapters/import-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readImport } from '../use-cases/read-import.ts';

export const handler = defineHandler('read-import', ({ caller, parameters }) => readImport(importPorts(), { caller, importId: parameters.importId }));
