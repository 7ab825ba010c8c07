import type { output } from 'zod/mini';
import { type startRelease as body, releaseView, type ReleaseView } from '../contracts/release.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { InvalidInput } from '../domain/errors.ts';
import { ourUnitOf } from '../domain/parties.ts';
import { releases, releaseScopes } from '../domain/releasing/archive.ts';
import { blocksOf } from '../domain/releasing/case-text.ts';
import { copyOf, defaultGround, type Release, type ReleaseCopy } from '../domain/releasing/release.ts';
import { demandReleaser } from './demand-releaser.ts';
import type { ReleasePorts } from './ports-releasing.ts';
import type { LoadedCase, StaffCommand } from './ports.ts';
import { releaseViewOf } from './release-view.ts';
import { accessEntry } from './staff-access.ts';

/**
 * Makes a working copy of cases for a request for public records, with everything that may tell who proposed for masking. The
 * cases stand as they are. The same command twice is one copy. @throws UnknownUser, NotAllowed, InvalidInput, IdempotencyKeyReused
 */
export async function startRelease(ports: ReleasePorts, { caller, idempotency, body: asked }: StaffCommand<output<typeof body>>): Promise<ReleaseView> {
  const signedIn = await demandReleaser(ports, caller);
  const { register, member } = signedIn;
  const routine = await ports.registers.activeRoutine(register, caller.now);
  await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  const id = ports.hash(`release ${caller.userId} ${idempotency.key} ${idempotency.bodyHash}`).slice(0, 32);
  const known = await ports.releases.find(id);
  if (known !== undefined) return releaseView.parse(releaseViewOf(known, await ports.releases.copies(known), register, routine, caller.now));

  const loaded = await casesToCopy();
  const copies: ReleaseCopy[] = [];
  for (const { case: concerned } of loaded) {
    const blocks = blocksOf(concerned, await ports.cases.events(concerned.id), register);
    copies.push(copyOf(concerned.id, blocks, register, defaultGround(routine.law, concerned.report.legalBasis)));
  }
  const proposed = copies.flatMap(({ masks }) => Object.values(masks)).flat().length;
  const release: Release = {
    id, version: 1, by: caller.userId, at: caller.now, receiver: asked.receiver, reference: asked.reference, routine: { id: routine.id, version: routine.version },
    cases: loaded.map(({ case: concerned, patientKey }) => ({ caseId: concerned.id, number: concerned.number, patientKey, unitId: ourUnitOf(concerned), field: concerned.responsible })),
    decision: null, events: [{ at: caller.now, by: caller.userId, type: 'started', count: proposed }],
  };
  await ports.accessLog.recordAll(loaded.map((each) => accessEntry(caller, signedIn, 'start-release', 'write', { loaded: each, principal: null })));
  await ports.releases.start(release, copies, { ...idempotency, scope: caller.userId, answer: { id } });
  return releaseViewOf(release, copies, register, routine, caller.now);

  async function casesToCopy(): Promise<readonly LoadedCase[]> {
    const found: LoadedCase[] = [];
    const faults: { pointer: string; code: 'case-unknown' }[] = [];
    for (const [index, typed] of asked.numbers.entries()) {
      const number = parseCaseNumber(typed);
      const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
      const each = caseId === undefined ? undefined : await ports.cases.load(caseId);
      // To whom a case is not theirs it does not exist.
      if (each === undefined || !releases(releaseScopes(member), each.case)) faults.push({ pointer: `/numbers/${index}`, code: 'case-unknown' });
      else if (!found.some((other) => other.case.id === each.case.id)) found.push(each);
    }
    const [first, ...others] = faults;
    if (first) throw new InvalidInput(first, ...others);
    return found;
  }
}
