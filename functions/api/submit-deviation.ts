import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { submitDeviation } from '../use-cases/submit-deviation.ts';

export const handler = defineHandler('submit-deviation', ({ caller, body, idempotency }) => submitDeviation(staffPorts(), { caller, body, idempotency }));
