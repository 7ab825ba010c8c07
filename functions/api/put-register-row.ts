import { administrationPorts } from '../adapters/administration-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { putRegisterRow } from '../use-cases/put-register-row.ts';

export const handler = defineHandler('put-register-row', ({ caller, body }) => putRegisterRow(administrationPorts(), { caller, body }));
