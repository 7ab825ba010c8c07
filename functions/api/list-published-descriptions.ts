import { publishedPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listPublishedDescriptions } from '../use-cases/list-published-descriptions.ts';

export const handler = defineHandler('list-published-descriptions', ({ query }) => listPublishedDescriptions(publishedPorts(), { query }));
