import type { MailNotice } from '../contracts/trigger.ts';
import type { Case, Instant } from '../domain/case.ts';
import { mailBounced } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import { mailIdOfTag } from '../mail/mail-mark.ts';
import type { BouncePorts } from './ports-relay.ts';

export interface Bounce {
  readonly caseId: string;
  readonly mailId: string;
  /** Link epoch of the mail; null where it carried none: a mail to staff, or to a manager. */
  readonly epoch: number | null;
  readonly kind: 'bounce' | 'complaint' | 'reject';
  readonly at: Instant;
}

/**
 * Puts a bounce on the case's timeline and tells the handler, once an epoch of the link, however often the notice comes.
 * Mails that carry no link are noted in the log alone: a mail about a bounce that bounces would go round for ever.
 * @throws Conflict, Throttled
 */
export async function recordBounce(ports: BouncePorts, bounce: Bounce): Promise<'recorded' | 'ignored'> {
  const fields = { caseId: bounce.caseId, mailId: bounce.mailId, reason: bounce.kind };
  ports.log.warn('mail-bounced', fields);
  await ports.ledger.bounced(bounce);
  const concerned = bounce.epoch === null ? undefined : (await ports.cases.load(bounce.caseId))?.case;
  if (concerned === undefined || bounce.epoch === null || !isNews(concerned, bounce.epoch)) return 'ignored';
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  const { events, outbox } = mailBounced(concerned, { epoch: bounce.epoch, mailId: bounce.mailId }, { now: bounce.at, routine, register: await ports.registers.read() });
  const outcome = await ports.cases.record({
    caseId: concerned.id, at: bounce.at, expected: {}, bounced: { epoch: bounce.epoch, at: bounce.at }, events, outbox,
  });
  return outcome === 'written' ? 'recorded' : 'ignored';
}

/** Of a mail with the link that is in force; of a request once. */
const isNews = (concerned: Case, epoch: number): boolean => (concerned.direction === 'incoming'
  ? concerned.filerLinkEpoch === epoch
  : concerned.request?.epoch === epoch && concerned.request.bouncedAt === undefined);

/** A notice of the mail service: what is no bounce, and a bounce that is tried again by the service, is passed over. */
export async function recordNotice(ports: BouncePorts, notice: MailNotice): Promise<'recorded' | 'ignored'> {
  const kind = kindOf(notice);
  const { caseId, mailId, linkEpoch } = notice.mail.tags;
  if (kind === null || caseId?.[0] === undefined || mailId?.[0] === undefined) {
    ports.log.info('record-ignored', { reason: notice.eventType });
    return 'ignored';
  }
  const at = new Date(notice.bounce?.timestamp ?? notice.complaint?.timestamp ?? notice.mail.timestamp).toISOString();
  return recordBounce(ports, { caseId: caseId[0], mailId: mailIdOfTag(mailId[0]), epoch: linkEpoch?.[0] === undefined ? null : Number(linkEpoch[0]), kind, at });
}

function kindOf({ eventType, bounce }: MailNotice): Bounce['kind'] | null {
  switch (eventType) {
    case 'Bounce': return bounce?.bounceType === 'Transient' ? null : 'bounce';
    case 'Complaint': return 'complaint';
    case 'Reject': return 'reject';
    default: return null;
  }
}
