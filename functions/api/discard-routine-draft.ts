import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { discardRoutineDraft } from '../use-cases/discard-routine-draft.ts';

export const handler = defineHandler('discard-routine-draft', ({ caller, parameters, query }) => discardRoutineDraft(routinePorts(), { caller, ...parameters, revision: Number(query.revision) }));
