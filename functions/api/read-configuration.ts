import { sitePorts } from '../adapters/site-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readConfiguration } from '../use-cases/read-configuration.ts';

export const handler = defineHandler('read-configuration', ({ caller }) => readConfiguration(sitePorts(), { caller }));
