import type { DescriptionView } from '../contracts/event-description.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import type { EventDescription } from '../domain/event-description/description.ts';
import type { Routine } from '../domain/routine.ts';
import { approvesDescriptionsAs, descriptionViewOf, mayDraftDescriptions } from './description-view.ts';
import { standingTo, type DescriptionStanding } from './description-standing.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { AccessEntry, Caller } from './ports.ts';
import { accessEntry, routineOf, signIn, type SignedIn } from './staff-access.ts';

export interface SeenDescription {
  readonly signedIn: SignedIn;
  readonly description: EventDescription;
  readonly routine: Routine;
  readonly standing: DescriptionStanding;
}
/** @throws UnknownUser, NotFound (also where the text is the case's still, and the caller may not read that), NotAllowed */
export const descriptionFor = async (ports: DescriptionPorts, caller: Caller, descriptionId: string): Promise<SeenDescription> => {
  const signedIn = await signIn(ports, caller);
  const description = await ports.descriptions.findDescription(descriptionId);
  if (description === undefined) throw new NotFound('event-description');
  const routine = await routineOf(ports, description);
  if (!mayDraftDescriptions(signedIn, routine) && approvesDescriptionsAs(signedIn, routine) === undefined) throw new NotAllowed('not-in-routine');
  const standing = standingTo(description, signedIn, await ports.cases.load(description.caseId), routine);
  if (!standing.sees) throw new NotFound('event-description');
  return { signedIn, description, routine, standing };
};
/** L5: of the case and the patient that the text comes from. */
export const descriptionAccess = (caller: Caller, { signedIn, standing: { loaded, principal } }: SeenDescription, operation: string, kind: AccessEntry['kind']): AccessEntry =>
  accessEntry(caller, signedIn, operation, kind, loaded === undefined ? null : { loaded, principal });
export const descriptionPage = async (ports: DescriptionPorts, { signedIn, routine, standing }: SeenDescription, description: EventDescription): Promise<DescriptionView> => descriptionViewOf(description, {
  signedIn, routine, standing, openedAt: await ports.descriptions.openedAt(description.id),
});

/** One description with its approvals, for the roles that the routine names. @throws UnknownUser, NotFound, NotAllowed */
export const readEventDescription = async (ports: DescriptionPorts, { caller, descriptionId }: { readonly caller: Caller; readonly descriptionId: string }): Promise<DescriptionView> => {
  const seen = await descriptionFor(ports, caller, descriptionId);
  await ports.accessLog.record(descriptionAccess(caller, seen, 'read-event-description', 'read'));
  return descriptionPage(ports, seen, seen.description);
};
