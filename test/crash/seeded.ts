/** Numbers that look random and come again with the same seed (mulberry32). */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to but without `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** In another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    return items.map((item) => ({ item, place: this.next() })).toSorted((one, other) => one.place - other.place).map(({ item }) => item);
  }
}

/** `SEED=…` repeats a run. */
export const seedFrom = (text: string | undefined, byDefault: number): number => (text === undefined || text === '' ? byDefault : Number(text));
