import { statisticsPorts } from '../adapters/statistics-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readStatistics } from '../use-cases/read-statistics.ts';

export const handler = defineHandler('read-statistics', ({ caller, query }) => readStatistics(statisticsPorts(), { caller, query }));
