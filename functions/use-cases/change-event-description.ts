import type { output } from 'zod/mini';
import type { changeEventDescription as bodyShape, DescriptionView } from '../contracts/event-description.ts';
import { Conflict, NotAllowed, StaleVersion } from '../domain/errors.ts';
import { approveDescription, askAgain, editDescription, withdrawDescription, type DescriptionContext } from '../domain/event-description/changing.ts';
import type { EventDescription } from '../domain/event-description/description.ts';
import { descriptionMailEntry, type OutboxEntry } from '../domain/outbox.ts';
import { approvesDescriptionsAs, mayDraftDescriptions } from './description-view.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { StaffCommand } from './ports.ts';
import { descriptionAccess, descriptionFor, descriptionPage, type SeenDescription } from './read-event-description.ts';

/** The clock writes once a day. */
const attempts = 3;

type Change = output<typeof bodyShape>['change'];

/** Whoever drafts edits and asks again; approving and withdrawing are the routine's own role's. @throws NotAllowed */
const demandRole = (change: Change, { signedIn, routine, standing }: SeenDescription): void => {
  const allowed = change.kind === 'edit' ? mayDraftDescriptions(signedIn, routine) && standing.near
    : change.kind === 'ask' ? mayDraftDescriptions(signedIn, routine) || approvesDescriptionsAs(signedIn, routine) !== undefined
      : approvesDescriptionsAs(signedIn, routine) !== undefined;
  if (!allowed) throw new NotAllowed('not-in-routine');
};
const changed = (description: EventDescription, change: Change, context: DescriptionContext): EventDescription => {
  switch (change.kind) {
    case 'edit': return editDescription(description, { ...change, notIdentifying: change.notIdentifying ?? [] }, context);
    case 'approve': return approveDescription(description, context);
    case 'ask': return askAgain(description, context);
    case 'withdraw': return withdrawDescription(description, 'ours', change.reason, context);
  }
};
/** The other party hears of it when a link of a new epoch was made. */
const asking = (before: EventDescription, after: EventDescription): readonly OutboxEntry[] => (after.asked === null || after.unitId === null || after.epoch === before.epoch ? [] : [
  descriptionMailEntry({ caseId: after.id, mail: 'approvalWanted', unitId: after.unitId, epoch: after.epoch, occasion: `e${after.epoch}` }),
]);

/** A command on a description: may it, is it the version that was seen, one transaction. @throws UnknownUser, NotFound, NotAllowed, StaleVersion, what the domain refuses */
export const changeEventDescription = async (ports: DescriptionPorts, { caller, idempotency, body, descriptionId }: StaffCommand<output<typeof bodyShape>> & { readonly descriptionId: string }): Promise<DescriptionView> => {
  const seen = await descriptionFor(ports, caller, descriptionId);
  demandRole(body.change, seen);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return descriptionPage(ports, seen, seen.description);
  await ports.accessLog.record(descriptionAccess(caller, seen, 'change-event-description', 'write'));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await changedOnce(ports, attempt === 0 ? seen : await descriptionFor(ports, caller, descriptionId), { caller, idempotency, body });
    } catch (error) {
      // The clock has reminded in the same moment, which leaves the version as it was: read and decide again.
      if (!(error instanceof StaleVersion) || error.currentVersion !== body.version) throw error;
    }
  }
  throw new Conflict('The description was written by someone else in the same moment');
};
const changedOnce = async (ports: DescriptionPorts, seen: SeenDescription, { caller, idempotency, body }: StaffCommand<output<typeof bodyShape>>): Promise<DescriptionView> => {
  const { description, signedIn, routine } = seen;
  if (description.version !== body.version) throw new StaleVersion(description.version);
  const after = changed(description, body.change, { now: caller.now, actor: caller.userId, register: signedIn.register, rules: routine.eventDescriptions });
  await ports.descriptions.change(description, after, { outbox: asking(description, after), idempotency: { ...idempotency, scope: caller.userId, answer: { version: after.version } } });
  return descriptionPage(ports, seen, after);
};
