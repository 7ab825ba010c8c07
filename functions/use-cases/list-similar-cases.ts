import type { SimilarCases } from '../contracts/similar.ts';
import { decideAccess, insightInto } from '../domain/access.ts';
import { NotFound } from '../domain/errors.ts';
import { addMilliseconds } from '../domain/instant.ts';
import { ourUnitOf } from '../domain/parties.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { likenessesOf, type Likeness } from '../domain/statistics/similar.ts';
import { summaryOfCase } from './list-cases.ts';
import { namesOf } from './names.ts';
import type { CaseQuery, LoadedCase, StaffPorts } from './ports.ts';
import type { AggregateStore } from './ports-statistics.ts';
import { demand, listEntries, routineOf, signIn, type SignedIn } from './staff-access.ts';
import { clauseNameOf } from './statistic-names.ts';

/** How far back, and how many of each kind are looked at and shown. */
const lookedBack = 365 * 86_400_000;
const lookedAt = 15;
const shown = 5;

type Ports = StaffPorts & { readonly aggregates: AggregateStore };

/** The user's own need decides for each of them: others are counted, and nothing else is told of them. */
const readable = async (ports: Ports, { member }: SignedIn, caseIds: readonly string[]): Promise<readonly LoadedCase[]> => {
  const each = await Promise.all(caseIds.map(async (caseId) => {
    const loaded = await ports.cases.load(caseId);
    return loaded !== undefined && insightInto(member, loaded.case, await routineOf(ports, loaded.case)) !== 'none' ? loaded : undefined;
  }));
  return each.filter((loaded) => loaded !== undefined).slice(0, shown);
};

/**
 * Earlier cases like this one, for whoever handles or investigates it: same counterpart and clause, category or unit, of the
 * year before it. By the index that the stream keeps, no scan. @throws UnknownUser, NotFound, NotAllowed
 */
export const listSimilarCases = async (ports: Ports, { caller, caseId }: CaseQuery): Promise<SimilarCases> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const routine = await routineOf(ports, loaded.case);
  if (!decideAccess(signedIn.member, 'read-case', loaded.case, routine).allowed) throw new NotFound('case');
  demand(signedIn.member, 'add-note', loaded.case, routine);
  const { register, member } = signedIn;
  const names = namesOf(register);
  const { createdAt } = loaded.case;
  const between = { from: addMilliseconds(createdAt, -lookedBack), to: createdAt };
  const nameOf = ({ by, value }: Likeness) => {
    if (by === 'clause') return clauseNameOf(register, value);
    const unit = by === 'unit' ? names.unit(value).name : null;
    return unit === null ? null : { sv: unit, en: unit };
  };
  const found = await Promise.all(likenessesOf(loaded.case).map(async (likeness) => {
    const { count, cases } = await ports.aggregates.like(likeness, between, lookedAt + 1);
    const earlier = cases.filter((each) => each.caseId !== caseId);
    return { likeness, count: count - (cases.length - earlier.length), cases: await readable(ports, signedIn, earlier.slice(0, lookedAt).map((each) => each.caseId)) };
  }));
  const listed = found.flatMap(({ cases }) => cases);
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-similar-cases', listed.map(({ case: one, patientKey }) => ({ ...one, patientKey, reportingUnitId: ourUnitOf(one) }))));
  const { recurrence } = loaded.case;
  return {
    now: caller.now,
    recurrence: recurrence !== undefined && isRecurring(loaded.case) ? { count: recurrence.count, threshold: routine.recurrence.threshold, per: routine.recurrence.per } : null,
    kinds: found.flatMap(({ likeness, count, cases }) => (count === 0 ? [] : [{
      by: likeness.by, value: likeness.value, name: nameOf(likeness), count, cases: cases.map((one) => summaryOfCase(one.case, member, names, caller.now)),
    }])),
  };
};
