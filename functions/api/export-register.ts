import { importPorts } from '../adapters/import-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { exportRegister } from '../use-cases/export-register.ts';

export const handler = defineHandler('export-register', ({ caller, query }) => exportRegister(importPorts(), { caller, query }));
