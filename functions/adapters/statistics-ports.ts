import type { StatisticsPorts } from '../use-cases/ports-statistics.ts';
import { registerStore } from './case-stores.ts';
import { counterStore } from './counter-store.ts';

export const statisticsPorts = (): StatisticsPorts => ({ registers: registerStore(), counters: counterStore });
