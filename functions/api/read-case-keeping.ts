import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readCaseKeeping } from '../use-cases/read-case-keeping.ts';

export const handler = defineHandler('read-case-keeping', ({ caller, parameters }) => readCaseKeeping(retentionPorts(), { caller, caseId: parameters.caseId }));
