import type { output } from 'zod/mini';
import { caseOpening, type openWithReason as body } from '../contracts/access-log.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import type { CaseEvent } from '../domain/case.ts';
import { NotFound, RateLimited } from '../domain/errors.ts';
import { decideOpening, grantOf } from '../domain/need.ts';
import type { StaffCommand, StaffPorts } from './ports.ts';
import type { RateLimiter } from './ports-reply.ts';
import { accessEntry, routineOf, signIn } from './staff-access.ts';

/** More is no care of a patient, but a search. */
const openingsAtMost = 20;
const window = 3600;

/**
 * L5: opens a case for a day to whom has no need to know it but states why. It is on the case's timeline, first in the spot
 * check, and gives reading alone. What does not exist, and what is not to be opened, get the same answer.
 * @throws UnknownUser, NotFound, RateLimited, IdempotencyKeyReused, Conflict, Throttled
 */
export const openWithReason = async (
  ports: StaffPorts & { readonly rates: RateLimiter }, { caller, idempotency, body: { caseId: named, number: typed, reason } }: StaffCommand<output<typeof body>>,
): Promise<output<typeof caseOpening>> => {
  const { now, userId } = caller;
  const signedIn = await signIn(ports, caller);
  const earlier = await ports.cases.findAnswer(userId, idempotency, now);
  if (earlier !== undefined) return caseOpening.parse(earlier);
  const { count, secondsLeft } = await ports.rates.count('open-with-reason', userId, window, now);
  if (count > openingsAtMost) throw new RateLimited(secondsLeft);
  const number = parseCaseNumber(typed ?? '');
  const caseId = named ?? (number === undefined ? undefined : await ports.cases.findByNumber(number));
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const { case: concerned } = loaded;
  const opening = decideOpening(signedIn.member, concerned, await routineOf(ports, concerned));
  if (opening === 'refused') throw new NotFound('case');
  if (opening === 'has-need') return { caseId: concerned.id, number: concerned.number, until: null };
  const grant = grantOf(concerned.id, userId, now, reason);
  const event: CaseEvent = { id: `need-${ports.identifiers.newId()}`, caseId: concerned.id, at: now, type: 'openedWithReason', actor: userId, detail: { reason } };
  const answer = { caseId: concerned.id, number: concerned.number, until: grant.until };
  await ports.cases.record({
    caseId: concerned.id, at: now, expected: {}, events: [event], outbox: [], grant,
    access: accessEntry(caller, signedIn, 'open-with-reason', 'read', { loaded, principal: null }, reason),
    idempotency: { ...idempotency, scope: userId, answer },
  }, loaded);
  return answer;
};
