import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readCase } from '../use-cases/read-case.ts';

export const handler = defineHandler('read-case', ({ caller, parameters }) => readCase(staffPorts(), { caller, caseId: parameters.caseId }));
