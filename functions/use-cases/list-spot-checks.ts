import type { output } from 'zod/mini';
import type { listSpotChecksQuery, spotCheckList } from '../contracts/spot-check.ts';
import { logScopeOf, mayReadLog } from '../domain/access-log.ts';
import { NotAllowed } from '../domain/errors.ts';
import { seesCheck } from '../domain/spot-check.ts';
import { namesOf } from './names.ts';
import type { SpotCheckPorts } from './ports-spot-check.ts';
import type { StaffQuery } from './ports.ts';
import { spotCheckSummaryOf } from './spot-check-view.ts';
import { signIn } from './staff-access.ts';

/** Spot checks that wait, or have been signed off, of the units this user sees. @throws UnknownUser, NotAllowed, CursorInvalid */
export const listSpotChecks = async (ports: SpotCheckPorts, { caller, query }: StaffQuery<output<typeof listSpotChecksQuery>>): Promise<output<typeof spotCheckList>> => {
  const { member, register } = await signIn(ports, caller);
  const scope = logScopeOf(member);
  if (!mayReadLog(scope)) throw new NotAllowed('no-need-to-know');
  const page = await ports.spotChecks.list(query.state, { limit: 50, cursor: query.cursor });
  const names = namesOf(register);
  return { now: caller.now, cursor: page.cursor, checks: page.rows.filter((check) => seesCheck(scope, check)).map((check) => spotCheckSummaryOf(check, names, caller.now)) };
};
