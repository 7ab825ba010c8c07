import { CodeExhausted, CodeWrong } from '../domain/errors.ts';
import { isBefore } from '../domain/instant.ts';
import type { IntakePorts } from './ports-intake.ts';
import type { LinkCaller } from './reply-caller.ts';
import { limitAddress, replyLimits } from './reply-limits.ts';

/**
 * Exchanges a code for a session to file one report; the code is spent. `token` goes into the cookie and is stored only as
 * a hash. @throws CodeWrong, CodeExhausted, RateLimited, Throttled
 */
export async function verifyIntakeCode(ports: IntakePorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly intake: string; readonly code: string } }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const intake = await ports.intakes.find(ports.secrets.hash(body.intake));
  if (!intake || !isBefore(now, intake.codeExpiresAt)) throw new CodeWrong(0);
  const tries = await ports.intakes.countTry(intake, replyLimits.codeTries);
  if (tries === 'exhausted') throw new CodeExhausted();
  if (!ports.secrets.same(ports.secrets.keyed(body.intake, body.code), intake.codeHash)) throw new CodeWrong(replyLimits.codeTries - tries);

  const token = ports.identifiers.newSecret();
  const { kind, unitId, mailbox, language } = intake;
  const opened = await ports.intakes.open(intake, { kind, unitId, mailbox, language, hash: ports.secrets.hash(token), startedAt: now, lastUsedAt: now, filed: false });
  if (opened === 'spent') throw new CodeWrong(0);
  return {
    token,
    started: { idleSeconds: replyLimits.sessionIdleSeconds, endsAt: new Date(Date.parse(now) + replyLimits.sessionSeconds * 1000).toISOString() },
  };
}
