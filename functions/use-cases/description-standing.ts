import { decideAccess } from '../domain/access.ts';
import { mayReadDescription } from '../domain/event-description/access.ts';
import type { EventDescription } from '../domain/event-description/description.ts';
import type { Routine } from '../domain/routine.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { LoadedCase } from './ports.ts';
import type { SignedIn } from './staff-access.ts';

/** What a user of the routine's roles is to a description and to the case that it was drafted from. */
export interface DescriptionStanding {
  readonly sees: boolean;
  /** Reads the case, or drafted it: may make another text of what was approved. */
  readonly near: boolean;
  readonly readsCase: boolean;
  readonly principal: Role | null;
  /** undefined: erased since. */
  readonly loaded: LoadedCase | undefined;
}
export const standingTo = (description: EventDescription, { member }: Pick<SignedIn, 'member'>, loaded: LoadedCase | undefined, routine: Routine): DescriptionStanding => {
  const decision = loaded && decideAccess(member, 'read-case', loaded.case, routine);
  const readsCase = decision?.allowed === true;
  return {
    sees: mayReadDescription(description, member.id, readsCase), near: readsCase || description.draftedBy === member.id, readsCase,
    principal: decision?.allowed === true ? decision.principal : null, loaded,
  };
};
