import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listCases } from '../use-cases/list-cases.ts';

export const handler = defineHandler('list-cases', ({ caller, query }) => listCases(staffPorts(), { caller, query }));
