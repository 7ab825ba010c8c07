import type { LegalHoldList } from '../contracts/keeping.ts';
import { isInForce } from '../domain/keeping/legal-hold.ts';
import { keeperOf } from './keeping-access.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { Caller } from './ports.ts';
import { holdViewOf } from './retention-view.ts';
import { listEntries } from './staff-access.ts';

/** Every hold there is and was, those in force first. @throws UnknownUser, NotAllowed */
export const listLegalHolds = async (ports: RetentionPorts, { caller }: { readonly caller: Caller }): Promise<LegalHoldList> => {
  const { signedIn, keeps } = await keeperOf(ports, caller);
  const { holds } = await ports.holds.all();
  const named = holds.flatMap(({ caseId, caseNumber }) => (caseId === null ? [] : [{ id: caseId, number: caseNumber ?? '', patientKey: null }]));
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-legal-holds', named));
  const names = namesOf(signedIn.register);
  return {
    now: caller.now, mayPlace: keeps, parties: signedIn.register.organisations.filter(({ own }) => !own).map(({ id, name }) => ({ id, name })),
    holds: holds.toSorted((one, other) => Number(isInForce(other, caller.now)) - Number(isInForce(one, caller.now))).map((hold) => holdViewOf(hold, names, caller.now, keeps)),
  };
};
