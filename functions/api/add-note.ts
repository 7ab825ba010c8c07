import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { addNote } from '../use-cases/add-note.ts';

export const handler = defineHandler('add-note', ({ caller, parameters, body, idempotency }) =>
  addNote(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
