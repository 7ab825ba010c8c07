import { descriptionPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listEventDescriptions } from '../use-cases/list-event-descriptions.ts';

export const handler = defineHandler('list-event-descriptions', ({ caller, query }) => listEventDescriptions(descriptionPorts(), { caller, query }));
