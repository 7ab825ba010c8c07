import type { Instant } from '../domain/case.ts';
import { RateLimited } from '../domain/errors.ts';
import type { ReplyPorts } from './ports-reply.ts';

const hour = 3600;

/** ux.md, the link: what codes and sessions may do, in seconds and counts. */
export const replyLimits = {
  codeValidSeconds: 600,
  codeAgainSeconds: 60,
  codeTries: 5,
  sessionIdleSeconds: 30 * 60,
  sessionSeconds: 8 * hour,
  newLinksPerHour: 5,
  codesPerLink: { atMost: 10, window: hour },
  codesPerRecipient: { atMost: 30, window: hour },
  /** Anybody can type anybody's mailbox. */
  codesPerTypedMailbox: { atMost: 5, window: hour },
  intakesPerAddress: { atMost: 60, window: hour },
  /** A whole hospital may sit behind one address. */
  requestsPerAddress: { atMost: 600, window: hour },
} as const;

/** @throws RateLimited */
export async function limit(ports: Pick<ReplyPorts, 'rates'>, scope: string, key: string, rule: { readonly atMost: number; readonly window: number }, now: Instant): Promise<void> {
  const { count, secondsLeft } = await ports.rates.count(scope, key, rule.window, now);
  if (count > rule.atMost) throw new RateLimited(secondsLeft);
}
/** Everything that takes a secret or a code from an unknown client counts against its address. @throws RateLimited */
export const limitAddress = (ports: Pick<ReplyPorts, 'rates'>, caller: { readonly clientAddress: string; readonly now: Instant }): Promise<void> =>
  limit(ports, 'address', caller.clientAddress, replyLimits.requestsPerAddress, caller.now);
