import { isBefore } from '../domain/instant.ts';
import { acknowledge } from '../domain/commands/replying.ts';
import { CodeExhausted, CodeWrong } from '../domain/errors.ts';
import { changeCaseForUnit } from './change-case-for-unit.ts';
import { liveApproval } from './approval-link.ts';
import { liveLink } from './live-link.ts';
import type { ReplyPorts, ReplySession } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';
import { limitAddress, replyLimits } from './reply-limits.ts';
import { filedCaseOf, requestOf } from './reply-session.ts';

/**
 * Exchanges a code for a session of this one request; the code is spent (ux.md, link 3 and 4). The first verified code
 * of a request acknowledges the case, in the same transaction. `token` goes into the cookie and is stored only as a hash.
 * @throws LinkNotValid, CodeWrong, CodeExhausted, RateLimited, Conflict, Throttled
 */
export async function verifyCode(ports: ReplyPorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly secret: string; readonly code: string } }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const approval = await liveApproval(ports, body.secret, caller);
  const { link } = approval ?? await liveLink(ports, body.secret, caller);
  const sent = await ports.codes.find(link.caseId, link.epoch);
  if (!sent || !isBefore(now, sent.expiresAt)) throw new CodeWrong(0);
  const tries = await ports.codes.countTry(sent, replyLimits.codeTries);
  if (tries === 'exhausted') throw new CodeExhausted();
  if (!ports.secrets.same(ports.secrets.keyed(body.secret, body.code), sent.hash)) throw new CodeWrong(replyLimits.codeTries - tries);

  const token = ports.identifiers.newSecret();
  const session: ReplySession = {
    hash: ports.secrets.hash(token), caseId: link.caseId, purpose: link.purpose, epoch: link.epoch, unitId: link.unitId,
    startedAt: now, lastUsedAt: now, opened: false,
  };
  const start = { caller, session, operation: 'verify-code', alongside: [ports.codes.deleteRow(sent), ports.sessions.putRow(session)] };
  if (approval !== undefined) await ports.descriptions.record(link.caseId, { at: now, outbox: [], alongside: start.alongside, opened: true });
  else if (link.purpose === 'reply') await changeCaseForUnit(ports, { ...start, caseOf: requestOf, decide: acknowledge });
  else await changeCaseForUnit(ports, { ...start, caseOf: filedCaseOf, decide: () => null });
  return {
    token,
    started: { idleSeconds: replyLimits.sessionIdleSeconds, endsAt: new Date(Date.parse(now) + replyLimits.sessionSeconds * 1000).toISOString() },
  };
}
