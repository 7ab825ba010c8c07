import { descriptionPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeEventDescription } from '../use-cases/change-event-description.ts';

export const handler = defineHandler('change-event-description', ({ caller, parameters, body, idempotency }) =>
  changeEventDescription(descriptionPorts(), { caller, descriptionId: parameters.descriptionId, body, idempotency }));
