import { isStoppedByWithdrawal } from '../domain/consent.ts';
import { isBefore } from '../domain/instant.ts';
import type { Case, Instant } from '../domain/case.ts';
import type { MailEntry } from '../domain/outbox.ts';
import { isUnderway } from '../domain/transitions.ts';
import type { MailKind } from '../domain/vocabulary.ts';
import type { DeliveryPath, LedgerEntry } from './ports-relay.ts';

/**
 * What happens in the one window that leaves a mail's fate unknown: a death between the mail service's answer and our
 * record (design.md 1.7). What the receiver cannot do without is repeated, what another mail repeats anyway is dropped.
 */
export const inTheWindow: Readonly<Record<MailKind, 'repeat' | 'drop'>> = {
  receipt: 'repeat', assigned: 'repeat', request: 'repeat', code: 'repeat', acknowledged: 'drop', notAcknowledged: 'drop',
  reminder: 'drop', escalation: 'repeat', asked: 'repeat', decided: 'repeat', answered: 'repeat', returned: 'repeat',
  informationRequested: 'repeat', informationProvided: 'drop', shared: 'repeat', closed: 'repeat', withdrawn: 'repeat',
  reopened: 'repeat', handlingOverdue: 'drop', bounced: 'repeat', stopped: 'repeat',
  filed: 'repeat', informationWanted: 'repeat', replySent: 'repeat', rejected: 'repeat', statusLink: 'repeat', intakeCode: 'repeat',
  incoming: 'repeat', registrationOverdue: 'drop', investigationReminder: 'drop', investigationEscalation: 'repeat', investigationDone: 'repeat',
  investigationReturned: 'repeat', redirected: 'repeat', incomingClosed: 'repeat', actionAssigned: 'repeat', seriousHarm: 'repeat',
  pharmacyReminder: 'drop', effectReviewDue: 'repeat', effectReviewReminder: 'drop', effectReviewEscalation: 'repeat',
  spotCheckDrawn: 'repeat', spotCheckReminder: 'drop', routineReviewDue: 'repeat', routineReviewReminder: 'drop', retentionReported: 'repeat', retentionReminder: 'drop', test: 'drop',
  reportDrafted: 'repeat', reportReminder: 'drop', reportEscalation: 'repeat', reportSubmitted: 'repeat', reportFeedbackReminder: 'drop', reportFeedback: 'repeat', reportCopy: 'repeat', reportStopped: 'repeat',
  harmDecisionReminder: 'drop', harmDecisionEscalation: 'repeat', harmReviewWanted: 'repeat', feedback: 'repeat', recurrence: 'repeat',
  ladderReached: 'repeat', ladderReminder: 'drop', ladderEscalation: 'repeat', ladderConsulted: 'repeat', ladderReturned: 'repeat', ladderDecided: 'repeat',
  meetingInvitation: 'repeat', meetingChanged: 'repeat', meetingCancelled: 'repeat', meetingNotesApproved: 'drop', meetingNotesDue: 'drop', meetingToPlan: 'drop', guestAdded: 'drop',
  deepAnalysisProposed: 'repeat', deepAnalysisDecided: 'repeat', deepAnalysisAssigned: 'repeat', deepAnalysisDue: 'drop',
  disputeAssigned: 'repeat', disputeReminder: 'drop', disputeEscalation: 'repeat', disputeEnded: 'repeat',
  approvalWanted: 'repeat', approvalReminder: 'drop', approvalCode: 'repeat', approvalAnswered: 'repeat', approvalMissing: 'repeat',
};

/** Longer than any function that delivers may run. */
const leaseMilliseconds = 120_000;

/**
 * Whether an entry found as `sending` is a dead one's. A stream delivers a case's rows one after the other, so what it
 * finds begun by itself is dead; what the other path began may be at work until its lease has run out. The lease of what
 * the stream began runs from when a sweep first saw it.
 */
export function mayTakeOver(entry: LedgerEntry, path: DeliveryPath, now: Instant): boolean {
  if (path === 'stream' && entry.by === 'stream') return true;
  const since = entry.by === 'stream' ? entry.seenAt : entry.startedAt;
  return since !== null && Date.parse(now) - Date.parse(since) >= leaseMilliseconds;
}

/** Whether the request that a mail's link belongs to still can be answered; of an incoming case, whether its status still is shown. */
export function linkIsLive(concerned: Case, epoch: number, now: Instant): boolean {
  if (concerned.direction === 'incoming') {
    const { filerLinkEpoch, filerLinkExpiresAt } = concerned;
    return filerLinkEpoch === epoch && (filerLinkExpiresAt === undefined || !isBefore(filerLinkExpiresAt, now));
  }
  return concerned.request?.epoch === epoch && !isStoppedByWithdrawal(concerned) && isUnderway(concerned.status) && !isBefore(concerned.request.linkExpiresAt, now);
}

/** Mails that say nothing without a live link. */
const needsLink: ReadonlySet<MailKind> = new Set(['request', 'reminder', 'returned', 'code', 'filed', 'informationWanted', 'replySent', 'rejected', 'statusLink']);

/** Why a mail is not to be sent any more; null when it is. */
export function obsoleteBecause(entry: MailEntry, concerned: Case, audience: string, now: Instant): string | null {
  const { expiresAt } = entry.data;
  if (typeof expiresAt === 'string' && isBefore(expiresAt, now)) return 'expired';
  if (entry.linkEpoch === undefined || linkIsLive(concerned, entry.linkEpoch, now)) return null;
  if (needsLink.has(entry.mail) || (entry.mail === 'notAcknowledged' && audience === 'unit')) return 'link-not-live';
  return null;
}
