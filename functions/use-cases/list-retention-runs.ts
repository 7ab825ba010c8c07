import type { output } from 'zod/mini';
import type { listRetentionRunsQuery, RetentionRunList } from '../contracts/keeping.ts';
import { keeperOf } from './keeping-access.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { StaffQuery } from './ports.ts';
import { runSummaryOf } from './retention-view.ts';

/** Reports of what goes and went, and the rules in force. @throws UnknownUser, NotAllowed, CursorInvalid */
export const listRetentionRuns = async (ports: RetentionPorts, { caller, query }: StaffQuery<output<typeof listRetentionRunsQuery>>): Promise<RetentionRunList> => {
  const { signedIn: { register }, retention } = await keeperOf(ports, caller);
  const names = namesOf(register);
  const [open, done] = await Promise.all([query.cursor === undefined ? ports.retention.open() : [], ports.retention.done({ limit: 24, cursor: query.cursor })]);
  return {
    now: caller.now, runs: [...open.toReversed(), ...done.rows].map((run) => runSummaryOf(run, names)), cursor: done.cursor,
    retention: retention && { ...retention, rules: retention.rules.map((rule) => ({ ...rule })) },
  };
};
