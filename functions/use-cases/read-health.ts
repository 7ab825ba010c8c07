import type { Health, Tally } from '../contracts/health.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { NotAllowed } from '../domain/errors.ts';
import { addHours, addMilliseconds } from '../domain/instant.ts';
import { executionName } from '../domain/outbox.ts';
import type { Caller } from './ports.ts';
import type { HangingTally, HealthPorts } from './ports-health.ts';
import { signIn } from './staff-access.ts';

/** A mail takes a second, a timer fires within one: what is this late hangs. */
const graceMilliseconds = 120_000;
const shownHours = 30 * 24;

/** Whether what should happen does happen. Counts, kinds and case numbers; no contents, so that nothing is logged as read. @throws UnknownUser, NotAllowed */
export async function readHealth(ports: HealthPorts, { caller }: { readonly caller: Caller }): Promise<Health> {
  const { member } = await signIn(ports, caller);
  if (!mayWatchExecutions(member)) throw new NotAllowed('not-a-watcher');
  const { now } = caller;
  const { health } = ports;
  const late = addMilliseconds(now, -graceMilliseconds);
  const since = addHours(now, -shownHours);
  const [outbox, uncertain, failed, bounced, nextAt, overdue, deadLetters] = await Promise.all([
    health.outbox(), health.uncertainMails(late), health.failedMails(since), health.bouncedMails(since), health.nextWait(now), health.overdueWaits(late), ports.deadLetters.count(),
  ]);
  return {
    now,
    outbox: { pending: outbox.pending, more: outbox.more, oldestAt: outbox.oldestAt },
    mails: { waiting: outbox.mails, uncertain: tallyOf(uncertain), failed: tallyOf(failed), bounced: tallyOf(bounced) },
    deadLetters: [...deadLetters],
    timers: { nextAt, overdue: tallyOf(overdue) },
  };
}

const tallyOf = ({ count, more, newest }: HangingTally): Tally =>
  ({ count, more, newest: newest.map(({ caseId, machine, generation, number, what, at }) => ({ executionId: executionName(caseId, generation, machine), number, what, at })) });
