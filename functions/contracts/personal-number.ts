/** The pages mark personal numbers as they are typed by the same rule that blocks sending (L8). */
export { findPersonalNumbers, personalNumberDigits, remainingPersonalNumbers } from '../domain/personal-number.ts';
export type { PersonalNumberFinding } from '../domain/personal-number.ts';
