import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';

/** N4: the closed case says that a description was drafted from it; the description says of which, to nobody outside. @throws WrongStatus */
export const noteDraft = <Of extends Case>(concerned: Of, descriptionId: string, context: CommandContext): Outcome<Of> =>
  carryOutOnEither(concerned, 'draft-event-description', context, {
    changes: { eventDescriptionIds: [...concerned.eventDescriptionIds ?? [], descriptionId] },
    events: [{ type: 'descriptionDrafted', detail: { description: descriptionId } }],
  });
