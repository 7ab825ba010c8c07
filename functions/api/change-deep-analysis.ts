import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeDeepAnalysis } from '../use-cases/change-deep-analysis.ts';

export const handler = defineHandler('change-deep-analysis', ({ caller, idempotency, parameters, body }) => changeDeepAnalysis(meetingPorts(), { caller, idempotency, body, analysisId: parameters.analysisId }));
