import type { output } from 'zod/mini';
import type { DeepAnalysisList, DeepAnalysisView, listDeepAnalysesQuery } from '../contracts/deep-analysis.ts';
import { localDate } from '../domain/calendar.ts';
import { decideAccess } from '../domain/access.ts';
import { seesAnalysis } from '../domain/deep-analysis/access.ts';
import type { DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { deepAnalysisStates } from '../domain/deep-analysis/words.ts';
import { NotFound } from '../domain/errors.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { ourUnitOf } from '../domain/parties.ts';
import { admitReader } from './admit-reader.ts';
import { deepAnalysisViewOf } from './deep-analysis-view.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { StaffQuery } from './ports.ts';
import { listEntries, routineOf, signIn, type SignedIn } from './staff-access.ts';

/** Of each state the newest. */
const analysesAtMost = 50;

/** V13c, V13d: of a case that the user may read, or all that it has to do with. @throws UnknownUser, NotFound, NeedNotStated */
export const listDeepAnalyses = async (ports: MeetingPorts, { caller, query }: StaffQuery<output<typeof listDeepAnalysesQuery>>): Promise<DeepAnalysisList> => {
  const signedIn = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(signedIn.register, caller.now);
  const rule = routine.meetings.deepAnalysis;
  const found = query.caseId === undefined ? (await Promise.all(deepAnalysisStates.map((state) => ports.deepAnalyses.inState(state, analysesAtMost)))).flat() : await ports.deepAnalyses.ofCase(query.caseId);
  if (query.caseId !== undefined) await demandReader(ports, signedIn, query.caseId, caller.now);
  const groups = groupsOf(signedIn.register, caller.userId, localDate(caller.now)).map(({ group }) => group.kind);
  const views = await Promise.all(found.map((analysis) => viewOf(ports, analysis, signedIn, groups, caller.now, query.caseId !== undefined)));
  const shown = views.flatMap((view) => view ?? []);
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-deep-analyses', shown.map(({ row }) => row)));
  const underWay = found.some(({ state }) => state === 'proposed' || state === 'accepted');
  return { now: caller.now, analyses: shown.map(({ view }) => view), mayPropose: query.caseId !== undefined && rule !== null && !underWay, inRoutine: rule !== null };
};

const demandReader = async (ports: MeetingPorts, { member }: SignedIn, caseId: string, now: string): Promise<void> => {
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  await admitReader(ports, member, loaded, await routineOf(ports, loaded.case), now);
};

const viewOf = async (
  ports: MeetingPorts, analysis: DeepAnalysis, signedIn: SignedIn, groups: Parameters<typeof seesAnalysis>[0]['groups'], now: string, admitted: boolean,
): Promise<{ readonly view: DeepAnalysisView; readonly row: Parameters<typeof listEntries>[3][number] } | null> => {
  const loaded = await ports.cases.load(analysis.caseId);
  if (!loaded) return null;
  const caseRoutine = await routineOf(ports, loaded.case);
  const readsCase = admitted || decideAccess(signedIn.member, 'read-case', loaded.case, caseRoutine).allowed;
  if (!seesAnalysis({ userId: signedIn.member.id, roles: signedIn.member.roles, groups, readsCase }, analysis)) return null;
  const { case: concerned, patientKey } = loaded;
  return { view: deepAnalysisViewOf(analysis, loaded, caseRoutine, signedIn, now), row: { id: concerned.id, number: concerned.number, patientKey, reportingUnitId: ourUnitOf(concerned), responsible: concerned.responsible } };
};
