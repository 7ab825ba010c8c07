import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setLanguage } from '../use-cases/set-language.ts';

export const handler = defineHandler('set-language', ({ caller, body, idempotency }) => setLanguage(staffPorts(), { caller, body, idempotency }));
