import { publishedPorts } from '../adapters/description-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readPublishedDescription } from '../use-cases/read-published-description.ts';

export const handler = defineHandler('read-published-description', ({ parameters }) => readPublishedDescription(publishedPorts(), { number: parameters.number }));
