import type { CommandContext, Outcome } from '../command.ts';
import { InvestigationIncomplete, InvalidInput, NotFound } from '../errors.ts';
import type { Action, IncomingCase, Investigation } from '../incoming-case.ts';
import { localDate } from '../calendar.ts';
import type { IncomingRoutine } from '../routine.ts';
import type { ActionKind, InvestigationPart } from '../vocabulary.ts';
import { nextIncomingStatus } from './transitions.ts';
import { carryOutIncoming } from './carry-out.ts';
import { toLead, toPeople, toResponsible } from './recipients.ts';

type Parts = Partial<Pick<Investigation, InvestigationPart>>;

/** Only the parts that were sent change; the event names them, not what stands in them. @throws WrongStatus */
export const saveInvestigation = (concerned: IncomingCase, command: { readonly [Part in keyof Parts]?: Parts[Part] | undefined }, context: CommandContext): Outcome<IncomingCase> => {
  const { courseOfEvents, causes, rootCause, wentWell, patientViews } = command;
  const saved: Parts = {
    ...(courseOfEvents !== undefined && { courseOfEvents }), ...(causes !== undefined && { causes }), ...(rootCause !== undefined && { rootCause }),
    ...(wentWell !== undefined && { wentWell }), ...(patientViews !== undefined && { patientViews }),
  };
  return carryOutIncoming(concerned, 'save-investigation', context, {
    changes: { investigation: { ...concerned.investigation, ...saved, startedAt: concerned.investigation.startedAt ?? context.now } },
    events: [{ type: 'investigationSaved', detail: { parts: Object.keys(saved).join(' ') } }],
  });
};

/** Parts the routine requires that are still empty (L2). */
export const missingParts = ({ investigation }: IncomingCase, routine: IncomingRoutine): readonly InvestigationPart[] =>
  routine.investigation.requiredParts.filter((part) => investigation[part].length === 0);

/** V7: the lead says so to those responsible, and cannot close. @throws InvestigationIncomplete, WrongStatus */
export const reportInvestigationDone = (concerned: IncomingCase, command: { message: string }, context: CommandContext): Outcome<IncomingCase> => {
  nextIncomingStatus('report-investigation-done', concerned.status, undefined);
  const missing = missingParts(concerned, context.routine.incoming);
  if (missing.length > 0) throw new InvestigationIncomplete(missing);
  return carryOutIncoming(concerned, 'report-investigation-done', context, {
    changes: { investigation: { ...concerned.investigation, doneAt: context.now } },
    events: [{ type: 'investigationDone', detail: { message: command.message } }],
    mails: toResponsible(concerned, context, { mail: 'investigationDone' }, context.actor),
  });
};

/** Not done after all: the investigators go on, by the same clock. */
export const returnInvestigation = (concerned: IncomingCase, command: { reason: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { doneAt: _doneAt, ...investigation } = concerned.investigation;
  return carryOutIncoming(concerned, 'return-investigation', context, {
    changes: { investigation },
    events: [{ type: 'investigationReturned', detail: { reason: command.reason } }],
    mails: toLead(concerned, context, { mail: 'investigationReturned' }, context.actor),
  });
};

const responsibleFor = (context: CommandContext, userId: string): { readonly responsibleUserId: string; readonly unitId: string } => {
  const user = context.register.users.find(({ id }) => id === userId);
  if (!user) throw new InvalidInput({ pointer: '/responsibleUserId', code: 'user-unknown' });
  return { responsibleUserId: userId, unitId: user.unitId };
};
const notInFuture = (date: string, context: CommandContext): void => {
  if (date > localDate(context.now)) throw new InvalidInput({ pointer: '/doneAt', code: 'date-in-future' });
};
const actionOf = (concerned: IncomingCase, actionId: string): Action => {
  const action = concerned.actions.find(({ id }) => id === actionId);
  if (!action) throw new NotFound('action');
  return action;
};
const withAction = (concerned: IncomingCase, changed: Action): readonly Action[] => concerned.actions.map((action) => (action.id === changed.id ? changed : action));

export interface NewAction {
  readonly kind: ActionKind;
  readonly text: string;
  readonly responsibleUserId: string;
  readonly due: string | null;
  readonly doneAt: string | null;
}
/** An action by its number in the case. @throws InvalidInput */
export const newAction = (concerned: IncomingCase, command: NewAction, context: CommandContext): Action => {
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
export const addAction = (concerned: IncomingCase, command: NewAction, context: CommandContext): Outcome<IncomingCase> => {
  const action = newAction(concerned, command, context);
  return carryOutIncoming(concerned, 'add-action', context, {
    changes: { actions: [...concerned.actions, action] },
    events: [{ type: 'actionAdded', detail: { action: action.id, kind: action.kind, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due, doneAt: action.doneAt } }],
    mails: tellResponsible(action, context),
  });
};

/** What is done stays as it was written. @throws NotFound, InvalidInput, WrongStatus */
export const changeAction = (concerned: IncomingCase, command: { actionId: string; text: string; responsibleUserId: string; due: string }, context: CommandContext): Outcome<IncomingCase> => {
  const before = actionOf(concerned, command.actionId);
  if (before.doneAt !== null) throw new InvalidInput({ pointer: '/actionId', code: 'already-there' });
  const action: Action = { ...before, text: command.text, due: command.due, ...responsibleFor(context, command.responsibleUserId) };
  return carryOutIncoming(concerned, 'change-action', context, {
    changes: { actions: withAction(concerned, action) },
    events: [{ type: 'actionChanged', detail: { action: action.id, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due } }],
    mails: action.responsibleUserId === before.responsibleUserId ? [] : tellResponsible(action, context),
  });
};

/** @throws NotFound, InvalidInput, WrongStatus */
export const completeAction = (concerned: IncomingCase, command: { actionId: string; doneAt: string; effect: string }, context: CommandContext): Outcome<IncomingCase> => {
  const before = actionOf(concerned, command.actionId);
  if (before.doneAt !== null) throw new InvalidInput({ pointer: '/actionId', code: 'already-there' });
  notInFuture(command.doneAt, context);
  const action: Action = { ...before, doneAt: command.doneAt, effect: command.effect };
  return carryOutIncoming(concerned, 'complete-action', context, {
    changes: { actions: withAction(concerned, action) },
    events: [{ type: 'actionDone', detail: { action: action.id, doneAt: action.doneAt, effect: action.effect } }],
  });
};
