import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listDeepAnalyses } from '../use-cases/list-deep-analyses.ts';

export const handler = defineHandler('list-deep-analyses', ({ caller, query }) => listDeepAnalyses(meetingPorts(), { caller, query }));
