/** The rule as the pages offer choices by it; the domain holds to it. */
export { isEligible } from '../domain/eligibility.ts';
