/** The pages warn of names of persons as they are typed (N2); a warning, never a refusal. */
export { findPersonNames } from '../domain/person-name.ts';
export type { PersonNameFinding } from '../domain/person-name.ts';
