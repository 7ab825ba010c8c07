import type { EventDescription } from './description.ts';

/**
 * N4 and section 6 of the design: until we have approved exactly this text, as one that identifies nobody, it is the case's own words,
 * and for whoever may read the case or drafted it; from then on for every holder of the routine's roles.
 */
export const mayReadDescription = ({ ours, revision, draftedBy }: Pick<EventDescription, 'ours' | 'revision' | 'draftedBy'>, userId: string, readsCase: boolean): boolean =>
  ours?.revision === revision || draftedBy === userId || readsCase;
