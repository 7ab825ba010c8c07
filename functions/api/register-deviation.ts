import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { registerDeviation } from '../use-cases/register-deviation.ts';

export const handler = defineHandler('register-deviation', ({ caller, body, idempotency }) => registerDeviation(staffPorts(), { caller, body, idempotency }));
