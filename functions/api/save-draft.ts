import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { saveDraft } from '../use-cases/save-draft.ts';

export const handler = defineHandler('save-draft', ({ caller, parameters, body }) => saveDraft(staffPorts(), { caller, draftId: parameters.draftId, body }));
