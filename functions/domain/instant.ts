import type { Instant } from './case.ts';

/** Arithmetic on instants; always written with milliseconds and `Z`, so that they sort as text. */
export const instantAt = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();
export const milliseconds = (instant: Instant): number => Date.parse(instant);
export const isBefore = (one: Instant, other: Instant): boolean => Date.parse(one) < Date.parse(other);
export const later = (one: Instant, other: Instant): Instant => (isBefore(one, other) ? other : one);
export const earlier = (one: Instant, other: Instant): Instant => (isBefore(one, other) ? one : other);
export const addMilliseconds = (instant: Instant, amount: number): Instant => instantAt(Date.parse(instant) + amount);
export const addHours = (instant: Instant, hours: number): Instant => instantAt(Date.parse(instant) + hours * 3_600_000);
