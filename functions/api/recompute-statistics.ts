import { statisticsPorts } from '../adapters/statistics-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recomputeStatistics } from '../use-cases/recompute-statistics.ts';

export const handler = defineHandler('recompute-statistics', ({ caller }) => recomputeStatistics(statisticsPorts(), { caller }));
