import { administrationPorts } from '../adapters/administration-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listRegister } from '../use-cases/list-register.ts';

export const handler = defineHandler('list-register', ({ caller, body }) => listRegister(administrationPorts(), { caller, body }));
