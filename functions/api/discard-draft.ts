import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { discardDraft } from '../use-cases/discard-draft.ts';

export const handler = defineHandler('discard-draft', ({ caller, parameters }) => discardDraft(staffPorts(), { caller, draftId: parameters.draftId }));
