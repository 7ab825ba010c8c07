/** The pages mark what may tell whom a text is about as it is typed, by the same rule that blocks sending (R4, L8). */
export { findIdentifying, identifyingKinds, isNumber, unresolvedFindings } from '../domain/identifying.ts';
export type { IdentifyingFinding, IdentifyingKind } from '../domain/identifying.ts';
