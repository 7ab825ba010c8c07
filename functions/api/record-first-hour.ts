import { firstHourPorts } from '../adapters/first-hour-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordFirstHour } from '../use-cases/record-first-hour.ts';

export const handler = defineHandler('record-first-hour', ({ caller, idempotency, body }) => recordFirstHour(firstHourPorts(), { caller, idempotency, body }));
