import type { output } from 'zod/mini';
import { legalHold, type LegalHoldView, type placeLegalHold as body } from '../contracts/keeping.ts';
import { decideAccess } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { keeps } from '../domain/keeping/access.ts';
import type { LegalHold } from '../domain/keeping/legal-hold.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { LoadedCase, StaffCommand } from './ports.ts';
import { holdViewOf } from './retention-view.ts';
import { accessEntry, routineOf, signIn } from './staff-access.ts';

/**
 * L9b: from now on nothing of it is erased. Whoever handles a case may hold it; all of a patient's or a party's cases only those
 * who keep by the routine. @throws UnknownUser, NotAllowed, NotFound, InvalidInput, Conflict
 */
export const placeLegalHold = async (ports: RetentionPorts, { caller, idempotency, body: asked }: StaffCommand<output<typeof body>>): Promise<LegalHoldView> => {
  const signedIn = await signIn(ports, caller);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return legalHold.parse(earlier);
  const { retention } = await ports.registers.activeRoutine(signedIn.register, caller.now);
  const keeper = keeps(signedIn.member, retention);
  if (asked.until !== null && asked.until < localDate(caller.now)) throw new InvalidInput({ pointer: '/until', code: 'date-passed' });
  const loaded = asked.scope === 'party' ? null : await caseOf(asked.number);
  if (!keeper && !(asked.scope === 'case' && loaded !== null && await handlesCase(loaded))) {
    // A case that one may not read does not exist.
    throw loaded !== null && !(await readsCase(loaded)) ? new NotFound('case') : new NotAllowed('not-in-routine');
  }
  const hold: LegalHold = {
    id: ports.identifiers.newId(), scope: asked.scope, target: targetOf(), caseId: loaded?.case.id ?? null, caseNumber: loaded?.case.number ?? null,
    reason: asked.reason, by: caller.userId, at: caller.now, until: asked.until,
  };
  const view = holdViewOf(hold, namesOf(signedIn.register), caller.now, keeper);
  await ports.accessLog.record(accessEntry(caller, signedIn, 'place-legal-hold', 'write', loaded && { loaded, principal: null }, asked.reason));
  await ports.holds.put(hold, { ...idempotency, scope: caller.userId, answer: JSON.parse(JSON.stringify(view)) });
  return view;

  async function caseOf(typed: string): Promise<LoadedCase> {
    const number = parseCaseNumber(typed);
    const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
    const found = caseId === undefined ? undefined : await ports.cases.load(caseId);
    if (!found) throw new NotFound('case');
    return found;
  }
  function targetOf(): string {
    if (asked.scope === 'party') {
      if (!signedIn.register.organisations.some(({ id }) => id === asked.organisationId)) throw new InvalidInput({ pointer: '/organisationId', code: 'party-unknown' });
      return asked.organisationId;
    }
    if (asked.scope === 'case') return loaded?.case.id ?? '';
    if (loaded?.patientKey === null || loaded === null) throw new InvalidInput({ pointer: '/number', code: 'reference-missing' });
    return loaded.patientKey;
  }
  async function handlesCase(found: LoadedCase): Promise<boolean> {
    const decision = decideAccess(signedIn.member, 'add-note', found.case, await routineOf(ports, found.case));
    return decision.allowed && decision.principal !== null;
  }
  async function readsCase(found: LoadedCase): Promise<boolean> {
    return decideAccess(signedIn.member, 'read-case', found.case, await routineOf(ports, found.case)).allowed;
  }
};
