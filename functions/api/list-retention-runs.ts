import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listRetentionRuns } from '../use-cases/list-retention-runs.ts';

export const handler = defineHandler('list-retention-runs', ({ caller, query }) => listRetentionRuns(retentionPorts(), { caller, query }));
