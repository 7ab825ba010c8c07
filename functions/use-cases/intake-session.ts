import { SessionExpired } from '../domain/errors.ts';
import type { IntakePorts, IntakeSession } from './ports-intake.ts';
import type { SessionCaller } from './reply-caller.ts';
import { replyLimits } from './reply-limits.ts';

/** `lastUsedAt` need not be exact: one write a minute is enough. */
const touchAfterMilliseconds = 60_000;

/** A session to file a report, neither idle too long nor too old. @throws SessionExpired */
export async function openIntake(ports: Pick<IntakePorts, 'intakes' | 'secrets'>, caller: SessionCaller): Promise<IntakeSession> {
  const session = await ports.intakes.findSession(ports.secrets.hash(caller.sessionToken));
  if (!session) throw new SessionExpired();
  const idle = Date.parse(caller.now) - Date.parse(session.lastUsedAt);
  const age = Date.parse(caller.now) - Date.parse(session.startedAt);
  if (idle > replyLimits.sessionIdleSeconds * 1000 || age > replyLimits.sessionSeconds * 1000) throw new SessionExpired();
  if (idle > touchAfterMilliseconds) await ports.intakes.touch(session.hash, caller.now);
  return session;
}
