import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readDispute } from '../use-cases/read-dispute.ts';

export const handler = defineHandler('read-dispute', ({ caller, parameters }) => readDispute(staffPorts(), { caller, caseId: parameters.caseId }));
