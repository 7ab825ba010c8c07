import type { ReleaseSummary, ReleaseView } from '../contracts/release.ts';
import type { Instant } from '../domain/case.ts';
import type { Register } from '../domain/register.ts';
import type { Release, ReleaseCopy } from '../domain/releasing/release.ts';
import type { Routine } from '../domain/routine.ts';
import { namesOf } from './names.ts';

export const releaseSummaryOf = ({ id, at, by, receiver, reference, cases, decision }: Release, register: Register): ReleaseSummary => {
  const names = namesOf(register);
  return { id, at, by: names.person(by), receiver, reference, numbers: cases.map(({ number }) => number), decision: decision === null ? null : { ...decision, by: names.person(decision.by) } };
};
export const releaseViewOf = (release: Release, copies: readonly ReleaseCopy[], register: Register, { law }: Pick<Routine, 'law'>, now: Instant): ReleaseView => {
  const names = namesOf(register);
  return {
    ...releaseSummaryOf(release, register), now, version: release.version, grounds: law.map(({ code, text }) => ({ code, text: { ...text } })),
    cases: copies.map(({ caseId, blocks, masks }) => ({
      caseId, number: release.cases.find((each) => each.caseId === caseId)?.number ?? '', blocks: blocks.map((block) => ({ ...block, masks: (masks[block.id] ?? []).map((mask) => ({ ...mask })) })),
    })),
    events: release.events.map((event) => ({ ...event, by: names.person(event.by) })),
  };
};
