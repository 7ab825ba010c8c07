import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { editOutgoingText } from '../use-cases/edit-outgoing-text.ts';

export const handler = defineHandler('edit-outgoing-text', ({ caller, parameters, body, idempotency }) =>
  editOutgoingText(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
