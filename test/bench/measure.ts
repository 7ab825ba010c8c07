/** Milliseconds of each request, and how long all of them took. */
export interface Measured {
  readonly count: number;
  /** Seconds. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The value below which `share` (0 to 1) of them lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function measured(milliseconds: readonly number[], seconds: number): Measured {
  return { count: milliseconds.length, seconds, perSecond: milliseconds.length / seconds, p50: percentile(milliseconds, 0.5), p99: percentile(milliseconds, 0.99) };
}

/** So many clients, each asking again as soon as it has its answer, for so many seconds. Gives each request's milliseconds. */
export async function askRepeatedly(clients: number, seconds: number, ask: (client: number, turn: number) => Promise<void>): Promise<Measured> {
  const milliseconds: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const asked = performance.now();
      await ask(client, turn);
      milliseconds.push(performance.now() - asked);
    }
  }));
  return measured(milliseconds, (performance.now() - start) / 1000);
}
