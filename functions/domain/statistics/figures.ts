import { statisticMeasures, type StatisticDuration, type StatisticMeasure } from './words.ts';

/** Counts of one row: measures, and cases by days taken. */
export type Counts = Readonly<Record<string, number>>;

export const sumOf = (each: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const counts of each) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
};

/** Days within which half of the cases were; null where there are none. The lower of the two middle ones. */
export const medianOf = (counts: Counts, duration: StatisticDuration): number | null => {
  const days = Object.entries(counts).flatMap(([name, count]) => (name.startsWith(`${duration}.`) && count > 0 ? [{ days: Number(name.slice(duration.length + 1)), count }] : []))
    .toSorted((one, other) => one.days - other.days);
  const all = days.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { days: each, count } of days) {
    passed += count;
    if (passed * 2 >= all) return each;
  }
  return null;
};

export interface Figures {
  readonly counts: Readonly<Record<StatisticMeasure, number>>;
  readonly medianDaysToAcknowledge: number | null;
  readonly medianDaysToAnswer: number | null;
}
export const figuresOf = (counts: Counts): Figures => {
  const of = (measure: StatisticMeasure): number => counts[measure] ?? 0;
  return {
    counts: {
      submitted: of('submitted'), sent: of('sent'), acknowledged: of('acknowledged'), acknowledgedInTime: of('acknowledgedInTime'),
      answered: of('answered'), answeredInTime: of('answeredInTime'), overdue: of('overdue'), closed: of('closed'),
    },
    medianDaysToAcknowledge: medianOf(counts, 'daysToAcknowledge'), medianDaysToAnswer: medianOf(counts, 'daysToAnswer'),
  };
};
export const isNothing = ({ counts }: Figures): boolean => statisticMeasures.every((measure) => counts[measure] === 0);
