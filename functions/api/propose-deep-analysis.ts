import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { proposeDeepAnalysis } from '../use-cases/propose-deep-analysis.ts';

export const handler = defineHandler('propose-deep-analysis', ({ caller, idempotency, body }) => proposeDeepAnalysis(meetingPorts(), { caller, idempotency, body }));
