import type { Case } from '../domain/case.ts';
import { LinkNotValid } from '../domain/errors.ts';
import type { MailRecipient } from '../domain/outbox.ts';
import { linkIsLive } from './mail-rules.ts';
import type { Link, ReplyPorts } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';

export interface LiveLink {
  readonly link: Link;
  readonly case: Case;
  /** Whose mailbox the link went to, and codes go to. */
  readonly recipient: MailRecipient;
  readonly patientKey: string | null;
}

/**
 * The case that a secret opens: to reply to a request, or to see where one's own report is. A link that is wrong, unknown,
 * expired, revoked, or whose case was answered or closed gets one and the same refusal (ux.md, link 5). @throws LinkNotValid
 */
export async function liveLink(ports: Pick<ReplyPorts, 'links' | 'cases' | 'secrets'>, secret: string, caller: LinkCaller): Promise<LiveLink> {
  const link = await ports.links.find(ports.secrets.hash(secret));
  const loaded = link && (await ports.cases.load(link.caseId));
  if (!link || !loaded || !linkIsLive(loaded.case, link.epoch, caller.now)) throw new LinkNotValid();
  const recipient = recipientOf(loaded.case, link);
  if (recipient === undefined) throw new LinkNotValid();
  return { link, case: loaded.case, recipient, patientKey: loaded.patientKey };
}

/** Undefined when another unit has the request now. */
function recipientOf(concerned: Case, { purpose, unitId }: Link): MailRecipient | undefined {
  if (concerned.direction === 'incoming') return purpose === 'status' ? { kind: 'filer' } : undefined;
  return purpose === 'reply' && concerned.request?.unitId === unitId ? { kind: 'unit', unitId, mailbox: 'function' } : undefined;
}
