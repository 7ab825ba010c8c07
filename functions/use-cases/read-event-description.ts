import type { DescriptionView } from '../contracts/event-description.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import type { EventDescription } from '../domain/event-description/description.ts';
import type { Routine } from '../domain/routine.ts';
import { approvesDescriptionsAs, descriptionViewOf, mayDraftDescriptions } from './description-view.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { Caller } from './ports.ts';
import { routineOf, signIn, type SignedIn } from './staff-access.ts';

export interface SeenDescription {
  readonly signedIn: SignedIn;
  readonly description: EventDescription;
  readonly routine: Routine;
}
/** @throws UnknownUser, NotFound, NotAllowed */
export const descriptionFor = async (ports: DescriptionPorts, caller: Caller, descriptionId: string): Promise<SeenDescription> => {
  const signedIn = await signIn(ports, caller);
  const description = await ports.descriptions.findDescription(descriptionId);
  if (description === undefined) throw new NotFound('event-description');
  const routine = await routineOf(ports, description);
  if (!mayDraftDescriptions(signedIn, routine) && approvesDescriptionsAs(signedIn, routine) === undefined) throw new NotAllowed('not-in-routine');
  return { signedIn, description, routine };
};
export const descriptionPage = async (ports: DescriptionPorts, { signedIn, routine }: SeenDescription, description: EventDescription): Promise<DescriptionView> => descriptionViewOf(description, {
  signedIn, routine, concerned: (await ports.cases.load(description.caseId))?.case, openedAt: await ports.descriptions.openedAt(description.id),
});

/** One description with its approvals, for the roles that the routine names. @throws UnknownUser, NotFound, NotAllowed */
export const readEventDescription = async (ports: DescriptionPorts, { caller, descriptionId }: { readonly caller: Caller; readonly descriptionId: string }): Promise<DescriptionView> => {
  const seen = await descriptionFor(ports, caller, descriptionId);
  return descriptionPage(ports, seen, seen.description);
};
