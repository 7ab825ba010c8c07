import { descriptionPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readEventDescription } from '../use-cases/read-event-description.ts';

export const handler = defineHandler('read-event-description', ({ caller, parameters }) => readEventDescription(descriptionPorts(), { caller, descriptionId: parameters.descriptionId }));
