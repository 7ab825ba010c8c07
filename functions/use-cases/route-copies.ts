import type { AggregateBatch } from '../contracts/trigger.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { peopleOf } from '../domain/groups/membership.ts';
import { instantAt } from '../domain/instant.ts';
import { noticeEntry } from '../domain/outbox.ts';
import { copyOf } from '../domain/periodic-report/shortfall-copy.ts';
import { namesOf } from './names.ts';
import type { CopyKeepingPorts } from './ports-report.ts';
import { clauseNameOf } from './statistic-names.ts';

/** G4: of one case that was sent, whenever it became one of an excepted target group: once for each group. @throws Conflict, Throttled */
async function routeCopy(ports: CopyKeepingPorts, caseId: string, now: Instant): Promise<void> {
  const concerned = (await ports.cases.load(caseId))?.case;
  if (concerned?.direction !== 'outgoing' || concerned.request === null) return;
  const register = await ports.registers.read();
  const { reports } = await ports.registers.activeRoutine(register, now);
  const names = namesOf(register);
  for (const rule of reports) {
    const copy = copyOf(concerned, rule, { counterpart: (id) => names.organisation(id).name, clause: (value) => clauseNameOf(register, value) });
    const group = register.groups.find(({ id, active }) => id === copy?.groupId && active !== false);
    if (copy === null || group === undefined) continue;
    const notices = peopleOf(register, group, localDate(now)).map((userId) => noticeEntry({ caseId: copy.id, mail: 'reportCopy', userId, occasion: group.id, path: '/collaboration/reports' }));
    if ((await ports.copies.put({ ...copy, at: now }, notices)) === 'put') ports.log.info('copy-routed', { caseId });
  }
}

/** A batch of the stream: each case once. Names the records to be tried again. @throws what is no passing failure */
export const routeCopies = async (ports: CopyKeepingPorts, batch: AggregateBatch): Promise<{ readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }> => {
  const done = new Set<string>();
  for (const { dynamodb: { Keys, SequenceNumber, ApproximateCreationDateTime } } of batch.Records) {
    const caseId = /^CASE#(.+)$/.exec(Keys.pk.S)?.[1];
    if (caseId === undefined || Keys.sk.S !== 'CASE' || done.has(caseId)) continue;
    done.add(caseId);
    try {
      await routeCopy(ports, caseId, instantAt(ApproximateCreationDateTime * 1000));
    } catch (error) {
      if (error instanceof Conflict || (error instanceof Error && error.name === 'Throttled')) return { batchItemFailures: [{ itemIdentifier: SequenceNumber }] };
      throw error;
    }
  }
  return { batchItemFailures: [] };
};
