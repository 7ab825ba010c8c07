import type { SpotCheckView } from '../contracts/spot-check.ts';
import type { LogScope } from '../domain/access-log.ts';
import { logScopeOf } from '../domain/access-log.ts';
import { NotFound } from '../domain/errors.ts';
import { reviewsCheck, type SpotCheck } from '../domain/spot-check.ts';
import type { SpotCheckPorts } from './ports-spot-check.ts';
import type { Caller } from './ports.ts';
import { spotCheckViewOf } from './spot-check-view.ts';
import { accessEntry, signIn, type SignedIn } from './staff-access.ts';

/** A check that this user goes through; others' do not exist. @throws UnknownUser, NotFound */
export const checkToReview = async (ports: SpotCheckPorts, caller: Caller, id: string): Promise<{ readonly check: SpotCheck; readonly signedIn: SignedIn; readonly scope: LogScope }> => {
  const signedIn = await signIn(ports, caller);
  const scope = logScopeOf(signedIn.member);
  const check = await ports.spotChecks.find(id);
  if (!check || !reviewsCheck(scope, check)) throw new NotFound('spot-check');
  return { check, signedIn, scope };
};

/** @throws UnknownUser, NotFound */
export const readSpotCheck = async (ports: SpotCheckPorts, { caller, spotCheckId }: { readonly caller: Caller; readonly spotCheckId: string }): Promise<SpotCheckView> => {
  const { check, signedIn, scope } = await checkToReview(ports, caller, spotCheckId);
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-spot-check', 'read', null));
  return spotCheckViewOf(check, signedIn, scope, caller.now);
};
