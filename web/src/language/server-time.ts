import { signal } from '@preact/signals';

/**
 * The server's time (design.md 1.8): every answer that carries `now` sets it, and between answers the
 * browser's monotonic clock carries it on. The reader's own wall clock is never asked.
 */
const known = signal<{ instant: number; heard: number } | null>(null);

export function hearServerTime(now: string): void {
  const instant = Date.parse(now);
  if (!Number.isNaN(instant)) known.value = { instant, heard: performance.now() };
}

/** Milliseconds since 1970 by the server's clock, or null before the first answer. */
export function serverNow(): number | null {
  return known.value && known.value.instant + performance.now() - known.value.heard;
}
