import { descriptionPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { draftEventDescription } from '../use-cases/draft-event-description.ts';

export const handler = defineHandler('draft-event-description', ({ caller, parameters, body, idempotency }) => draftEventDescription(descriptionPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
