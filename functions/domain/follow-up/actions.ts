import { localDate } from '../calendar.ts';
import type { Action } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { mayBeNamed } from '../in-use.ts';
import { toPeople } from '../recipients.ts';
import type { ActionKind } from '../vocabulary.ts';

const responsibleFor = (context: CommandContext, userId: string, already: readonly string[] = []): { readonly responsibleUserId: string; readonly unitId: string } => {
  const user = context.register.users.find(({ id }) => id === userId);
  if (!user || !mayBeNamed(context.register, userId, already)) throw new InvalidInput({ pointer: '/responsibleUserId', code: 'user-unknown' });
  return { responsibleUserId: userId, unitId: user.unitId };
};
const notInFuture = (date: string, context: CommandContext): void => {
  if (date > localDate(context.now)) throw new InvalidInput({ pointer: '/doneAt', code: 'date-in-future' });
};
const actionOf = (concerned: Case, actionId: string): Action => {
  const action = concerned.actions.find(({ id }) => id === actionId);
  if (!action) throw new NotFound('action');
  return action;
};
const withAction = (concerned: Case, changed: Action): readonly Action[] => concerned.actions.map((action) => (action.id === changed.id ? changed : action));

export interface NewAction {
  readonly kind: ActionKind;
  readonly text: string;
  readonly responsibleUserId: string;
  readonly due: string | null;
  readonly doneAt: string | null;
}
/** An action by its number in the case. @throws InvalidInput */
export const newAction = (concerned: Case, command: NewAction, context: CommandContext): Action => {
  // L2: every action not done at once has a date.
  if (command.due === null && command.doneAt === null) throw new InvalidInput({ pointer: '/due', code: 'action-date-missing' });
  if (command.doneAt !== null) notInFuture(command.doneAt, context);
  return {
    id: `action-${concerned.actions.length + 1}`, kind: command.kind, text: command.text, ...responsibleFor(context, command.responsibleUserId),
    due: command.due, doneAt: command.doneAt, effect: '',
  };
};
export const tellResponsible = (action: Action, context: CommandContext) => action.doneAt !== null ? [] : toPeople(
  [action.responsibleUserId], context, { mail: 'actionAssigned', ...(action.due !== null && { data: { due: action.due } }) }, context.actor,
);

/** V6. @throws InvalidInput, WrongStatus */
export const addAction = <Of extends Case>(concerned: Of, command: NewAction, context: CommandContext): Outcome<Of> => {
  const action = newAction(concerned, command, context);
  return carryOutOnEither(concerned, 'add-action', context, {
    changes: { actions: [...concerned.actions, action] },
    events: [{ type: 'actionAdded', detail: { action: action.id, kind: action.kind, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due, doneAt: action.doneAt } }],
    mails: tellResponsible(action, context),
  });
};

/** What is done stays as it was written. @throws NotFound, InvalidInput, WrongStatus */
export const changeAction = <Of extends Case>(concerned: Of, command: { actionId: string; text: string; responsibleUserId: string; due: string }, context: CommandContext): Outcome<Of> => {
  const before = actionOf(concerned, command.actionId);
  if (before.doneAt !== null) throw new InvalidInput({ pointer: '/actionId', code: 'already-there' });
  const action: Action = { ...before, text: command.text, due: command.due, ...responsibleFor(context, command.responsibleUserId, [before.responsibleUserId]) };
  return carryOutOnEither(concerned, 'change-action', context, {
    changes: { actions: withAction(concerned, action) },
    events: [{ type: 'actionChanged', detail: { action: action.id, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due } }],
    mails: action.responsibleUserId === before.responsibleUserId ? [] : tellResponsible(action, context),
  });
};

/** @throws NotFound, InvalidInput, WrongStatus */
export const completeAction = <Of extends Case>(concerned: Of, command: { actionId: string; doneAt: string; effect: string }, context: CommandContext): Outcome<Of> => {
  const before = actionOf(concerned, command.actionId);
  if (before.doneAt !== null) throw new InvalidInput({ pointer: '/actionId', code: 'already-there' });
  notInFuture(command.doneAt, context);
  const action: Action = { ...before, doneAt: command.doneAt, effect: command.effect };
  return carryOutOnEither(concerned, 'complete-action', context, {
    changes: { actions: withAction(concerned, action) },
    events: [{ type: 'actionDone', detail: { action: action.id, doneAt: action.doneAt, effect: action.effect } }],
  });
};
