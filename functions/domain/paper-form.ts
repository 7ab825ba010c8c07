import type { Instant } from './case.ts';
import type { InputFault } from './errors.ts';
import { isBefore } from './instant.ts';
import type { Routine } from './routine.ts';

/** What was written on the paper form while the system was down (H6), as it says of itself. */
export interface PaperForm {
  readonly formVersion: number;
  readonly filledAt: Instant;
}

/** Only a version that was put out, filled in after the deviation was discovered and not in the future. Pointers from the body's root. */
export const paperFaults = (paper: PaperForm | undefined, discoveredAt: Instant, { downtime }: Pick<Routine, 'downtime'>, now: Instant): readonly { readonly pointer: string; readonly code: InputFault }[] => (paper === undefined ? [] : [
  ...(paper.formVersion > downtime.paperFormVersion ? [{ pointer: '/paper/formVersion', code: 'form-version-unknown' } as const] : []),
  ...(isBefore(now, paper.filledAt) ? [{ pointer: '/paper/filledAt', code: 'date-in-future' } as const] : []),
  ...(isBefore(paper.filledAt, discoveredAt) ? [{ pointer: '/paper/filledAt', code: 'received-before-happened' } as const] : []),
]);
