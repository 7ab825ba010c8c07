import type { output } from 'zod/mini';
import type { EventDescriptionList, listEventDescriptionsQuery } from '../contracts/event-description.ts';
import { NotAllowed } from '../domain/errors.ts';
import { stateOf } from '../domain/event-description/description.ts';
import { approvesDescriptionsAs, mayDraftDescriptions } from './description-view.ts';
import { namesOf } from './names.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { StaffQuery } from './ports.ts';
import { signIn } from './staff-access.ts';

/** For the roles that the routine in force names. What they say identifies nobody. @throws UnknownUser, NotAllowed, CursorInvalid */
export const listEventDescriptions = async (ports: DescriptionPorts, { caller, query }: StaffQuery<output<typeof listEventDescriptionsQuery>>): Promise<EventDescriptionList> => {
  const signedIn = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(signedIn.register, caller.now);
  if (!mayDraftDescriptions(signedIn, routine) && approvesDescriptionsAs(signedIn, routine) === undefined) throw new NotAllowed('not-in-routine');
  const names = namesOf(signedIn.register);
  const found = await ports.descriptions.listDescriptions(query.list, { limit: 25, cursor: query.cursor });
  return {
    cursor: found.cursor,
    descriptions: found.rows.map((one) => ({ id: one.id, number: one.number, title: one.title, state: stateOf(one), category: one.category, counterpart: names.organisation(one.counterpartId).name, updatedAt: one.updatedAt })),
  };
};
