import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { noteInRecord } from '../use-cases/note-in-record.ts';

export const handler = defineHandler('note-in-record', ({ caller, parameters, body, idempotency }) =>
  noteInRecord(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
