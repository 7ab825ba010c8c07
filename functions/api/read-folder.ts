import { groupPorts } from '../adapters/group-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readFolder } from '../use-cases/read-folder.ts';

export const handler = defineHandler('read-folder', ({ caller, parameters }) => readFolder(groupPorts(), { caller, caseId: parameters.caseId }));
