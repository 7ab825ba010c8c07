import { healthPorts } from '../adapters/health-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readHealth } from '../use-cases/read-health.ts';

export const handler = defineHandler('read-health', ({ caller }) => readHealth(healthPorts(), { caller }));
