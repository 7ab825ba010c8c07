import type { Tally } from '../domain/counters.ts';
import type { RegisterStore } from './ports.ts';

export interface CounterStore {
  /** What has been counted in a year; several lines may belong to one month and unit. @throws Throttled */
  ofYear(year: string): Promise<readonly Tally[]>;
}
export interface StatisticsPorts {
  readonly registers: RegisterStore;
  readonly counters: CounterStore;
}
