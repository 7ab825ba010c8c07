import { importPorts } from '../adapters/import-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { applyImport } from '../use-cases/apply-import.ts';

export const handler = defineHandler('apply-import', ({ caller, parameters }) => applyImport(importPorts(), { caller, importId: parameters.importId }));
