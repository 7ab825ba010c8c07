import { CodeTooSoon, LinkNotValid } from '../domain/errors.ts';
import { maskMailbox } from '../domain/masking.ts';
import { mailEntry } from '../domain/outbox.ts';
import { externalAccess } from './external-access.ts';
import { addressOf } from './mail-recipient.ts';
import { liveLink } from './live-link.ts';
import type { ReplyPorts } from './ports-reply.ts';
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
  const { link, case: concerned, recipient, patientKey } = await liveLink(ports, body.secret, caller);
  const { epoch } = link;
  const mailbox = addressOf(await ports.registers.read(), recipient, concerned)?.to;
  if (mailbox === undefined) throw new LinkNotValid();

  const earlier = await ports.codes.find(concerned.id, epoch);
  const secondsSince = earlier ? (Date.parse(now) - Date.parse(earlier.sentAt)) / 1000 : Infinity;
  if (secondsSince < replyLimits.codeAgainSeconds) throw new CodeTooSoon(Math.ceil(replyLimits.codeAgainSeconds - secondsSince));
  await limit(ports, 'code-link', link.hash, replyLimits.codesPerLink, now);
  await limit(ports, 'code-recipient', link.unitId === '' ? mailbox : link.unitId, replyLimits.codesPerRecipient, now);

  const code = String(ports.identifiers.newNumber(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(Date.parse(now) + replyLimits.codeValidSeconds * 1000).toISOString();
  const occasion = `e${epoch}-${Date.parse(now)}`;
  await ports.cases.record({
    caseId: concerned.id, at: now, expected: {},
    access: externalAccess({ at: now, unitId: link.unitId, operation: 'request-code', kind: 'write' }, { case: concerned, patientKey }),
    events: [{ id: `code-${occasion}`, caseId: concerned.id, at: now, type: 'codeSent', actor: 'external', detail: { epoch, ...(link.unitId !== '' && { externalUnitId: link.unitId }) } }],
    outbox: [mailEntry({
      caseId: concerned.id, mail: 'code', recipient, occasion, linkEpoch: epoch, data: { code, expiresAt },
    })],
    alongside: [ports.codes.putRow({ caseId: concerned.id, epoch, hash: ports.secrets.keyed(body.secret, code), sentAt: now, expiresAt, tries: 0 })],
  });
  return { sentTo: maskMailbox(mailbox), validForSeconds: replyLimits.codeValidSeconds, againAfterSeconds: replyLimits.codeAgainSeconds };
}
