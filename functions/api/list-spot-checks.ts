import { spotCheckPorts } from '../adapters/spot-check-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listSpotChecks } from '../use-cases/list-spot-checks.ts';

export const handler = defineHandler('list-spot-checks', ({ caller, query }) => listSpotChecks(spotCheckPorts(), { caller, query }));
