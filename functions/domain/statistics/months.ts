/** Whole months, both included. ISO months. */
export interface Months {
  readonly from: string;
  readonly to: string;
}
const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (index: number): string => `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

export const lengthOf = ({ from, to }: Months): number => indexOf(to) - indexOf(from) + 1;
export const monthsOf = (months: Months): readonly string[] => Array.from({ length: Math.max(0, lengthOf(months)) }, (_, each) => monthAt(indexOf(months.from) + each));
/** As many months, just before. */
export const monthsBefore = (months: Months): Months => ({ from: monthAt(indexOf(months.from) - lengthOf(months)), to: monthAt(indexOf(months.from) - 1) });
export const addMonths = (month: string, count: number): string => monthAt(indexOf(month) + count);
