import { importPorts } from '../adapters/import-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listImports } from '../use-cases/list-imports.ts';

export const handler = defineHandler('list-imports', ({ caller }) => listImports(importPorts(), { caller }));
