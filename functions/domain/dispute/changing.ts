import { localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import type { CommandContext, EventDraft, MailDraft, Outcome } from '../command.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput, WrongStatus } from '../errors.ts';
import type { DisputeOutcome, DisputeStage } from '../vocabulary.ts';
import { openDisputeOf, visitOf, type Dispute, type DisputeOwner, type DisputeVisit } from './dispute.ts';
import { demandOwner, dueOf, nextVisitNumber, ownerDetail, stepOf, tellOwners, withoutDisputeSteps } from './opening.ts';

/** What is done with a dispute that is open. */
export type DisputeChange =
  | { readonly kind: 'owner'; readonly owner: DisputeOwner; readonly reason: string }
  /** To a step of the routine: the next one, or any; to where it is: more time there. `owner`: null: the role of that step. Absent: as it was. */
  | { readonly kind: 'move'; readonly stage: DisputeStage; readonly reason: string; readonly owner?: DisputeOwner | null | undefined }
  | { readonly kind: 'facts'; readonly about: string; readonly amount: number | null }
  | { readonly kind: 'end'; readonly outcome: DisputeOutcome; readonly decidedAt: string; readonly note: string; readonly reference: string };

interface Changed {
  readonly dispute: Dispute;
  readonly events: readonly EventDraft[];
  readonly mails: readonly MailDraft[];
  /** Its clock begins anew. */
  readonly restarts?: boolean;
}

/** @throws WrongStatus (nothing is open, a step that the routine has not, a ruling before it is in court), InvalidInput */
export const changeDispute = <Of extends Case>(concerned: Of, change: DisputeChange, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'change-dispute');
  const open = openDisputeOf(concerned);
  if (open === undefined) throw new WrongStatus('change-dispute', concerned.status);
  const { dispute, events, mails, restarts = false } = changed(concerned, open, change, context);
  return carryOutOnEither(concerned, 'change-dispute', context, {
    changes: { disputes: (concerned.disputes ?? []).map((each) => (each === open ? dispute : each)), ...(restarts && { steps: withoutDisputeSteps(concerned.steps) }) },
    events, mails,
  });
};

const changed = (concerned: Case, open: Dispute, change: DisputeChange, context: CommandContext): Changed => {
  switch (change.kind) {
    case 'owner':
      demandOwner(change.owner, concerned, context, '/change/owner');
      return {
        dispute: { ...open, owner: change.owner },
        events: [{ type: 'disputeOwnerChanged', detail: { dispute: open.number, message: change.reason, ...ownerDetail(change.owner) } }],
        mails: tellOwners(change.owner, concerned, context, { mail: 'disputeAssigned' }),
      };
    case 'facts':
      return {
        dispute: { ...open, about: change.about, amount: change.amount },
        events: [{ type: 'disputeOwnerChanged', detail: { dispute: open.number, message: change.about, ...ownerDetail(open.owner) } }], mails: [],
      };
    case 'move':
      return moved(concerned, open, change, context);
    case 'end':
      return ended(concerned, open, change, context);
  }
};

const moved = (concerned: Case, open: Dispute, { stage, reason, owner: wanted }: Extract<DisputeChange, { kind: 'move' }>, context: CommandContext): Changed => {
  const step = stepOf(context.routine, stage);
  if (step === undefined) throw new WrongStatus('change-dispute', concerned.status);
  const from = visitOf(open);
  const owner = wanted === undefined ? open.owner : wanted ?? { kind: 'role', role: step.role } as const;
  if (wanted !== undefined) demandOwner(owner, concerned, context, '/change/owner');
  const visit: DisputeVisit = { number: nextVisitNumber(concerned), stage, enteredAt: context.now, dueAt: dueOf(step, context.now), by: context.actor, reason };
  return {
    dispute: { ...open, owner, visits: [...open.visits, visit] }, restarts: true,
    events: [{ type: 'disputeMoved', detail: { dispute: open.number, from: from.stage, stage, message: reason, dueAt: visit.dueAt, ...ownerDetail(owner) } }],
    mails: tellOwners(owner, concerned, context, { mail: 'disputeAssigned' }),
  };
};

const ended = (concerned: Case, open: Dispute, { outcome, decidedAt, note, reference }: Extract<DisputeChange, { kind: 'end' }>, context: CommandContext): Changed => {
  if (decidedAt > localDate(context.now)) throw new InvalidInput({ pointer: '/change/decidedAt', code: 'date-in-future' });
  if (outcome === 'courtRuling' && visitOf(open).stage !== 'court') throw new WrongStatus('change-dispute', concerned.status);
  if (outcome === 'courtRuling' && reference === '') throw new InvalidInput({ pointer: '/change/reference', code: 'reference-missing' });
  return {
    dispute: { ...open, ended: { outcome, decidedAt, note, reference, at: context.now, by: context.actor } }, restarts: true,
    events: [{ type: 'disputeEnded', detail: { dispute: open.number, outcome, message: note, reference, decidedAt } }],
    mails: tellOwners(open.owner, concerned, context, { mail: 'disputeEnded' }),
  };
};
