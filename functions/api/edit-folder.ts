import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { editFolder } from '../use-cases/edit-folder.ts';

export const handler = defineHandler('edit-folder', ({ caller, parameters, body, idempotency }) =>
  editFolder(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
