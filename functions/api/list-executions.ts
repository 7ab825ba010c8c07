import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listExecutions } from '../use-cases/list-executions.ts';

export const handler = defineHandler('list-executions', ({ caller, query }) => listExecutions(staffPorts(), { caller, query }));
