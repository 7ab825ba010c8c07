/** A page tells a mistyped case number at once, by the same rule as the store. */
export { parseCaseNumber } from '../domain/case-number.ts';
