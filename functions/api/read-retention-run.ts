import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRetentionRun } from '../use-cases/read-retention-run.ts';

export const handler = defineHandler('read-retention-run', ({ caller, query, parameters }) => readRetentionRun(retentionPorts(), { caller, query, runId: parameters.runId }));
