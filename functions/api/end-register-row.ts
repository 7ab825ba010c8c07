import { administrationPorts } from '../adapters/administration-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { endRegisterRow } from '../use-cases/end-register-row.ts';

export const handler = defineHandler('end-register-row', ({ caller, body }) => endRegisterRow(administrationPorts(), { caller, body }));
