import { spotCheckPorts } from '../adapters/spot-check-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readSpotCheck } from '../use-cases/read-spot-check.ts';

export const handler = defineHandler('read-spot-check', ({ caller, parameters }) => readSpotCheck(spotCheckPorts(), { caller, spotCheckId: parameters.spotCheckId }));
