import type { Case, Instant, OutgoingCase } from './case.ts';
import { isPosted } from './dispatch.ts';
import type { IncomingCase } from './incoming-case.ts';
import { isBefore } from './instant.ts';

const outgoingDueAt = (concerned: OutgoingCase): Instant | null => {
  const { status, request } = concerned;
  switch (status) {
    case 'draft':
    case 'received':
    case 'registered':
    case 'needsInfo':
      return concerned.handleBy;
    case 'reopened':
      return awaitsClosing(concerned) ? null : concerned.handleBy;
    case 'sent':
    case 'handedOver':
      return request && (!isPosted(request) && isBefore(request.acknowledgeBy, request.replyBy) ? request.acknowledgeBy : request.replyBy);
    case 'acknowledged':
    case 'investigating':
    case 'replyReturned':
      return request && request.replyBy;
    case 'investigationDone':
    case 'answered':
    case 'rejected':
    case 'withdrawn':
    case 'closed':
      return null;
  }
};
/** Until it is registered, by when that should be; from then on our reply's date, which nothing moves. */
const incomingDueAt = ({ status, handleBy, replyBy, registeredAt }: IncomingCase): Instant | null => {
  switch (status) {
    case 'received':
      return handleBy;
    case 'needsInfo':
      return registeredAt === undefined ? handleBy : replyBy;
    case 'registered':
    case 'reopened':
    case 'handedOver':
    case 'investigating':
    case 'investigationDone':
      return replyBy;
    default:
      return null;
  }
};

/**
 * The next date that matters: handle by, acknowledge by, reply by (outgoing), register by, answer by (incoming); null when
 * nothing is waited for with a date.
 */
export const dueAt = (concerned: Case): Instant | null =>
  concerned.direction === 'outgoing' ? outgoingDueAt(concerned) : incomingDueAt(concerned);
/** A reopened case with a reply that nobody returned waits to be closed again; else to be sent (again). */
export const awaitsClosing = (concerned: Pick<OutgoingCase, 'replies'>): boolean => {
  const last = concerned.replies.at(-1);
  return last !== undefined && last.returnedAt === undefined;
};
export const isLate = (concerned: Case, now: Instant): boolean => {
  const due = dueAt(concerned);
  return due !== null && isBefore(due, now);
};
