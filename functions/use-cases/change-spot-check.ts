import { spotCheckView, type SpotCheckView } from '../contracts/spot-check.ts';
import { StaleVersion } from '../domain/errors.ts';
import type { SpotCheck } from '../domain/spot-check.ts';
import type { SpotCheckPorts } from './ports-spot-check.ts';
import type { StaffCommand } from './ports.ts';
import { checkToReview } from './read-spot-check.ts';
import { spotCheckViewOf } from './spot-check-view.ts';
import { accessEntry } from './staff-access.ts';

/** A command on a spot check: who, may it, is it the version that was seen, one transaction. @throws UnknownUser, NotFound, StaleVersion, what `decide` throws */
export const changeSpotCheck = async <Body extends { readonly version: number }>(
  ports: SpotCheckPorts, { caller, idempotency, body, spotCheckId, operation }: StaffCommand<Body> & { readonly spotCheckId: string; readonly operation: string },
  decide: (check: SpotCheck) => SpotCheck,
): Promise<SpotCheckView> => {
  const { check, signedIn, scope } = await checkToReview(ports, caller, spotCheckId);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return spotCheckView.parse(await viewNow());
  if (check.version !== body.version) throw new StaleVersion(check.version);
  const next = decide(check);
  await ports.accessLog.record(accessEntry(caller, signedIn, operation, 'write', null));
  await ports.spotChecks.change(next, { at: caller.now, idempotency: { ...idempotency, scope: caller.userId, answer: { version: next.version } } });
  return viewOf(next);

  function viewOf(of: SpotCheck): SpotCheckView {
    return spotCheckViewOf(of, signedIn, scope, caller.now);
  }
  async function viewNow(): Promise<SpotCheckView> {
    return viewOf((await ports.spotChecks.find(spotCheckId)) ?? check);
  }
};
