import { CodeTooSoon, LinkNotValid } from '../domain/errors.ts';
import { maskMailbox } from '../domain/masking.ts';
import { descriptionMailEntry, mailEntry } from '../domain/outbox.ts';
import { liveApproval, type LiveApproval } from './approval-link.ts';
import { externalAccess } from './external-access.ts';
import { addressOf } from './mail-recipient.ts';
import { liveLink } from './live-link.ts';
import type { Link, ReplyPorts } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';
import { limit, limitAddress, replyLimits } from './reply-limits.ts';

/**
 * Sends a six-digit code to the mailbox that a live link went to (ux.md, link 3): an earlier code dies.
 * The row keeps a hash keyed with the link's secret, so that nobody who reads the store can try codes out.
 * @throws LinkNotValid, CodeTooSoon, RateLimited, Conflict, Throttled
 */
export async function requestCode(ports: ReplyPorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly secret: string } }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const approval = await liveApproval(ports, body.secret, caller);
  if (approval !== undefined) return requestApprovalCode(ports, approval, body.secret, caller);
  const { link, case: concerned, recipient, patientKey } = await liveLink(ports, body.secret, caller);
  const { epoch } = link;
  const mailbox = addressOf(await ports.registers.read(), recipient, concerned)?.to;
  if (mailbox === undefined) throw new LinkNotValid();

  const { code, expiresAt, occasion } = await newCode(ports, link, mailbox, now);
  await ports.cases.record({
    caseId: concerned.id, at: now, expected: {},
    access: externalAccess({ at: now, unitId: link.unitId, operation: 'request-code', kind: 'write' }, { case: concerned, patientKey }),
    events: [{ id: `code-${occasion}`, caseId: concerned.id, at: now, type: 'codeSent', actor: 'external', detail: { epoch, ...(link.unitId !== '' && { externalUnitId: link.unitId }) } }],
    outbox: [mailEntry({
      caseId: concerned.id, mail: 'code', recipient, occasion, linkEpoch: epoch, data: { code, expiresAt },
    })],
    alongside: [ports.codes.putRow({ caseId: concerned.id, epoch, hash: ports.secrets.keyed(body.secret, code), sentAt: now, expiresAt, tries: 0 })],
  });
  return sentTo(mailbox);
}

const sentTo = (mailbox: string) => ({ sentTo: maskMailbox(mailbox), validForSeconds: replyLimits.codeValidSeconds, againAfterSeconds: replyLimits.codeAgainSeconds });

/** @throws CodeTooSoon, RateLimited */
async function newCode(ports: ReplyPorts, link: Link, mailbox: string, now: string) {
  const earlier = await ports.codes.find(link.caseId, link.epoch);
  const secondsSince = earlier ? (Date.parse(now) - Date.parse(earlier.sentAt)) / 1000 : Infinity;
  if (secondsSince < replyLimits.codeAgainSeconds) throw new CodeTooSoon(Math.ceil(replyLimits.codeAgainSeconds - secondsSince));
  await limit(ports, 'code-link', link.hash, replyLimits.codesPerLink, now);
  await limit(ports, 'code-recipient', link.unitId === '' ? mailbox : link.unitId, replyLimits.codesPerRecipient, now);
  return {
    code: String(ports.identifiers.newNumber(1_000_000)).padStart(6, '0'),
    expiresAt: new Date(Date.parse(now) + replyLimits.codeValidSeconds * 1000).toISOString(),
    occasion: `e${link.epoch}-${Date.parse(now)}`,
  };
}

/** The same for the other party of an event description (N4): of no case, and in no case's log. */
async function requestApprovalCode(ports: ReplyPorts, { link, description }: LiveApproval, secret: string, { now }: LinkCaller) {
  const mailbox = (await ports.registers.read()).units.find(({ id }) => id === link.unitId)?.mailbox;
  if (mailbox === undefined) throw new LinkNotValid();
  const { code, expiresAt, occasion } = await newCode(ports, link, mailbox, now);
  await ports.descriptions.record(description.id, {
    at: now, outbox: [descriptionMailEntry({ caseId: description.id, mail: 'approvalCode', unitId: link.unitId, epoch: link.epoch, code, expiresAt, occasion })],
    alongside: [ports.codes.putRow({ caseId: description.id, epoch: link.epoch, hash: ports.secrets.keyed(secret, code), sentAt: now, expiresAt, tries: 0 })],
  });
  return sentTo(mailbox);
}
