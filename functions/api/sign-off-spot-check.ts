import { spotCheckPorts } from '../adapters/spot-check-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { signOffSpotCheck } from '../use-cases/sign-off-spot-check.ts';

export const handler = defineHandler('sign-off-spot-check', ({ caller, idempotency, parameters, body }) => signOffSpotCheck(spotCheckPorts(), { caller, idempotency, body, spotCheckId: parameters.spotCheckId }));
