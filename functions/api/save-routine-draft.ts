import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { saveRoutineDraft } from '../use-cases/save-routine-draft.ts';

export const handler = defineHandler('save-routine-draft', ({ caller, parameters, body }) => saveRoutineDraft(routinePorts(), { caller, ...parameters, body }));
