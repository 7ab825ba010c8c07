import type { Instant } from '../domain/case.ts';
import { remindedDescription } from '../domain/event-description/reminding.ts';
import { descriptionMailEntry, noticeEntry } from '../domain/outbox.ts';
import type { DescriptionReminderPorts } from './ports-description.ts';

const atATime = 100;

/**
 * N4: once a day, the other party of each description that waits is reminded by the routine's days, and after the last reminder
 * whoever asked is told. A repetition finds what the first one wrote.
 */
export async function remindOfApprovals(ports: DescriptionReminderPorts, now: Instant): Promise<{ readonly reminded: number }> {
  let reminded = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.descriptions.listDescriptions('asked', { limit: atATime, cursor });
    for (const description of page.rows) {
      const routine = await ports.registers.routine(description.routine.id, description.routine.version);
      const due = routine && remindedDescription(description, routine.eventDescriptions, now);
      if (!due || description.unitId === null) continue;
      const occasion = `e${description.epoch}-${now}`;
      const outbox = due.mail === 'approvalReminder'
        ? [descriptionMailEntry({ caseId: description.id, mail: due.mail, unitId: description.unitId, epoch: description.epoch, occasion })]
        : [...new Set([description.draftedBy, description.ours?.by ?? description.draftedBy])].map((userId) =>
            noticeEntry({ caseId: description.id, mail: due.mail, userId, occasion, path: `/collaboration/event-descriptions/${description.id}` }));
      if ((await ports.descriptions.remind(description, due.after, outbox)) === 'written') reminded += 1;
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  if (reminded > 0) ports.log.info('approvals-reminded', { count: reminded });
  return { reminded };
}
