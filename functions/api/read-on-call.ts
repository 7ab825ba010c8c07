import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readOnCall } from '../use-cases/read-on-call.ts';

export const handler = defineHandler('read-on-call', ({ caller, query }) => readOnCall(staffPorts(), { caller, query }));
