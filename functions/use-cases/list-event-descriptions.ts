import type { output } from 'zod/mini';
import type { EventDescriptionList, listEventDescriptionsQuery } from '../contracts/event-description.ts';
import { NotAllowed } from '../domain/errors.ts';
import { stateOf, type EventDescription } from '../domain/event-description/description.ts';
import { standingTo, type DescriptionStanding } from './description-standing.ts';
import { approvesDescriptionsAs, mayDraftDescriptions } from './description-view.ts';
import { namesOf } from './names.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { StaffQuery } from './ports.ts';
import { listEntries, routineOf, signIn } from './staff-access.ts';

const atATime = 25;
/** Among many that are not the caller's to see, it looks through so many, and says where it stopped. */
const pagesAtMost = 5;

/** For the roles that the routine in force names: what we have approved, and drafts from cases that they may read. @throws UnknownUser, NotAllowed, CursorInvalid */
export const listEventDescriptions = async (ports: DescriptionPorts, { caller, query }: StaffQuery<output<typeof listEventDescriptionsQuery>>): Promise<EventDescriptionList> => {
  const signedIn = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(signedIn.register, caller.now);
  if (!mayDraftDescriptions(signedIn, routine) && approvesDescriptionsAs(signedIn, routine) === undefined) throw new NotAllowed('not-in-routine');
  const names = namesOf(signedIn.register);
  const standing = async (description: EventDescription): Promise<{ readonly description: EventDescription; readonly standing: DescriptionStanding }> =>
    ({ description, standing: standingTo(description, signedIn, await ports.cases.load(description.caseId), await routineOf(ports, description)) });
  const shown: Awaited<ReturnType<typeof standing>>[] = [];
  let { cursor } = query;
  for (let page = 0; page < pagesAtMost && shown.length < atATime; page += 1) {
    const found = await ports.descriptions.listDescriptions(query.list, { limit: atATime, cursor });
    shown.push(...(await Promise.all(found.rows.map(standing))).filter((each) => each.standing.sees));
    cursor = found.cursor ?? undefined;
    if (cursor === undefined) break;
  }
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-event-descriptions', shown.flatMap(({ standing: { loaded } }) =>
    (loaded === undefined ? [] : [{ id: loaded.case.id, number: loaded.case.number, patientKey: loaded.patientKey }]))));
  return {
    cursor: cursor ?? null,
    descriptions: shown.map(({ description: one }) => ({ id: one.id, number: one.number, title: one.title, state: stateOf(one), category: one.category, counterpart: names.organisation(one.counterpartId).name, updatedAt: one.updatedAt })),
  };
};
