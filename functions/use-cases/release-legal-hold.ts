import type { output } from 'zod/mini';
import { legalHold, type LegalHoldView, type releaseLegalHold as body } from '../contracts/keeping.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { releaseHold } from '../domain/keeping/legal-hold.ts';
import { keeperOf } from './keeping-access.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { StaffCommand } from './ports.ts';
import { holdViewOf } from './retention-view.ts';
import { accessEntry } from './staff-access.ts';

/** Says that a hold no longer is needed, and why; it stays in the list. @throws UnknownUser, NotAllowed, NotFound, HoldReleased, Conflict */
export const releaseLegalHold = async (ports: RetentionPorts, { caller, idempotency, body: { reason }, holdId }: StaffCommand<output<typeof body>> & { readonly holdId: string }): Promise<LegalHoldView> => {
  const { signedIn, keeps } = await keeperOf(ports, caller);
  if (!keeps) throw new NotAllowed('not-in-routine');
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return legalHold.parse(earlier);
  const hold = await ports.holds.find(holdId);
  if (!hold) throw new NotFound('legal-hold');
  const released = releaseHold(hold, caller.userId, reason, caller.now);
  const view = holdViewOf(released, namesOf(signedIn.register), caller.now, keeps);
  await ports.accessLog.record({ ...accessEntry(caller, signedIn, 'release-legal-hold', 'write', null, reason), ...(hold.caseId !== null && { caseId: hold.caseId, caseNumber: hold.caseNumber ?? '' }) });
  await ports.holds.put(released, { ...idempotency, scope: caller.userId, answer: JSON.parse(JSON.stringify(view)) });
  return view;
};
