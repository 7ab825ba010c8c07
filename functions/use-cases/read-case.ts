import type { AnyCaseView } from '../contracts/case.ts';
import { NotFound } from '../domain/errors.ts';
import { admitReader } from './admit-reader.ts';
import { caseViewOf } from './case-view.ts';
import { incomingCaseViewOf } from './incoming-case-view.ts';
import type { CaseQuery, StaffPorts } from './ports.ts';
import { accessEntry, routineOf, signIn } from './staff-access.ts';

/** One case as this user may see it; the reading is logged before the case is shown (L5). @throws UnknownUser, NotFound, NeedNotStated */
export const readCase = async (ports: StaffPorts, { caller, caseId }: CaseQuery): Promise<AnyCaseView> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const routine = await routineOf(ports, loaded.case);
  const { principal, member, reason } = await admitReader(ports, signedIn.member, loaded, routine, caller.now);
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-case', 'read', { loaded, principal }, reason));
  const events = await ports.cases.events(caseId);
  const source = { events, member, routine, register: signedIn.register, now: caller.now };
  return loaded.case.direction === 'outgoing' ? caseViewOf({ ...source, concerned: loaded.case }) : incomingCaseViewOf({ ...source, concerned: loaded.case });
};
