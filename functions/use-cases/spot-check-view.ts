import type { SpotCheckSummary, SpotCheckView } from '../contracts/spot-check.ts';
import type { LogScope } from '../domain/access-log.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { isOverdueCheck, reviewersOf, reviewsCheck, type SpotCheck } from '../domain/spot-check.ts';
import { accessViewOf } from './access-view.ts';
import { namesOf, type Names } from './names.ts';
import type { SignedIn } from './staff-access.ts';

export const spotCheckSummaryOf = (check: SpotCheck, names: Names, now: Instant): SpotCheckSummary => ({
  id: check.id, unit: names.unit(check.unitId).name, from: check.from, to: check.to, drawnAt: check.drawnAt, dueAt: check.dueAt, overdue: isOverdueCheck(check, now),
  drawn: check.accesses.length, judged: check.accesses.filter(({ judgement }) => judgement !== undefined).length,
  toInvestigate: check.accesses.filter(({ judgement }) => judgement?.outcome === 'toInvestigate').length,
  signedOff: check.signedOff ? { by: names.person(check.signedOff.by), at: check.signedOff.at } : null,
});
/** For whoever goes through it: with the reasons that were stated. */
export const spotCheckViewOf = (check: SpotCheck, { register, member }: SignedIn, scope: LogScope, now: Instant): SpotCheckView => {
  const names = namesOf(register);
  const open = check.signedOff === undefined && reviewsCheck(scope, check);
  return {
    ...spotCheckSummaryOf(check, names, now), version: check.version, total: check.total, note: check.signedOff?.note ?? '', maySignOff: open,
    waitsFor: check.signedOff === undefined ? reviewersOf(register, check, localDate(now)).map((id) => names.person(id)) : [],
    accesses: check.accesses.map(({ judgement, ...access }) => ({
      ...accessViewOf(access, names, scope),
      judgement: judgement ? { outcome: judgement.outcome, note: judgement.note, at: judgement.at, by: names.person(judgement.by) } : null,
      mayJudge: open && access.userId !== member.id,
    })),
  };
};
