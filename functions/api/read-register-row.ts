import { administrationPorts } from '../adapters/administration-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRegisterRow } from '../use-cases/read-register-row.ts';

export const handler = defineHandler('read-register-row', ({ caller, body }) => readRegisterRow(administrationPorts(), { caller, body }));
