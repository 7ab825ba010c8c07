import { firstHourPorts } from '../adapters/first-hour-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readFirstHour } from '../use-cases/read-first-hour.ts';

export const handler = defineHandler('read-first-hour', ({ caller }) => readFirstHour(firstHourPorts(), { caller }));
