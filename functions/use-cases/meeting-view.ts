import type { AgendaItemView, MeetingSummary, MeetingView } from '../contracts/meeting.ts';
import { decideAccess } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import type { DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { openReviewOf } from '../domain/follow-up/effect-review.ts';
import { standingIn } from '../domain/groups/membership.ts';
import type { AgendaItem } from '../domain/meeting/agenda.ts';
import { deidentifiedTextOf, hasFolder, isLadderKind, isOnLadderAt } from '../domain/meeting/folder.ts';
import { mayBeFollowedUp } from '../domain/meeting/follow-up.ts';
import { invitees, invitesFrom, notesDueOn, type Meeting } from '../domain/meeting/meeting.ts';
import { leftInNotes } from '../domain/meeting/notes.ts';
import type { ItemOutcome } from '../domain/meeting/words.ts';
import { permit } from '../domain/permission.ts';
import { otherPartyOf } from '../domain/parties.ts';
import type { Group } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import { valueSeparator } from '../domain/statistics/words.ts';
import { meetingFigures } from './meeting-figures.ts';
import { namesOf, type Names } from './names.ts';
import { meetingRuleOf, type OpenMeeting } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { LoadedCase } from './ports.ts';
import { routineOf, type SignedIn } from './staff-access.ts';
import { clauseNameOf } from './statistic-names.ts';

const standing = ({ removed }: AgendaItem): boolean => removed === undefined;
export const meetingSummaryOf = (meeting: Meeting, group: Group): MeetingSummary => ({
  id: meeting.id, group: { id: group.id, name: group.name, kind: group.kind }, state: meeting.state, date: meeting.date, from: meeting.from, to: meeting.to, place: meeting.place,
  video: meeting.videoLink !== null, items: meeting.items.filter(standing).length, done: meeting.items.filter((item) => standing(item) && item.outcome !== undefined).length, notesDueOn: notesDueOn(meeting),
});

/** What is known of the subjects of an agenda. */
export interface Subjects {
  readonly cases: ReadonlyMap<string, { readonly loaded: LoadedCase; readonly mayRead: boolean; readonly mayForward: boolean }>;
  readonly analyses: ReadonlyMap<string, DeepAnalysis>;
}
export const subjectsOf = async (ports: MeetingPorts, items: readonly AgendaItem[], { member }: SignedIn): Promise<Subjects> => {
  const routines = new Map<string, Promise<Routine>>();
  const routine = (concerned: Case): Promise<Routine> => {
    const key = `${concerned.routine.id} ${concerned.routine.version}`;
    const found = routines.get(key) ?? routineOf(ports, concerned);
    routines.set(key, found);
    return found;
  };
  const cases = await Promise.all(items.flatMap(({ subject }) => (subject.kind === 'case' ? [subject.caseId] : [])).map(async (caseId) => {
    const loaded = await ports.cases.load(caseId);
    if (!loaded) return [];
    const of = await routine(loaded.case);
    return [[caseId, { loaded, mayRead: decideAccess(member, 'read-case', loaded.case, of).allowed, mayForward: permit(member, 'forward-case', loaded.case, of).allowed }] as const];
  }));
  const analyses = await Promise.all(items.flatMap(({ subject }) => (subject.kind === 'analysis' ? [subject.analysisId] : [])).map(async (id) => {
    const analysis = await ports.deepAnalyses.find(id);
    return analysis ? [[id, analysis] as const] : [];
  }));
  return { cases: new Map(cases.flat()), analyses: new Map(analyses.flat()) };
};

const caseViewOf = (concerned: Case, mayRead: boolean, groupId: string, names: Names): NonNullable<AgendaItemView['case']> => {
  const hidden = concerned.protectedIdentity && !mayRead;
  const party = otherPartyOf(concerned);
  return {
    id: concerned.id, number: concerned.number, direction: concerned.direction, status: concerned.status,
    category: hidden ? null : concerned.report.category, counterpart: hidden || party === null ? null : names.organisation(party).name, createdAt: concerned.createdAt,
    folder: hidden ? null : deidentifiedTextOf(concerned, groupId), path: mayRead ? `/cases/${concerned.id}` : null, folderPath: hasFolder(concerned, groupId) ? `/collaboration/folders/${concerned.id}` : null,
    reviewDueAt: openReviewOf(concerned)?.dueAt ?? null,
    actions: concerned.actions.map(({ kind, text, due, doneAt }) => ({ kind, text: mayRead ? text : null, due, doneAt })),
  };
};
/** What the convener may say of an item on the day. */
const outcomesOf = ({ subject, outcome, removed }: AgendaItem, about: { readonly loaded: LoadedCase; readonly mayForward: boolean } | undefined, groupId: string): ItemOutcome[] => {
  const concerned = about?.loaded.case;
  if (removed !== undefined || (outcome !== undefined && ['wantedResult', 'notWantedResult', 'forwarded', 'upTheLadder'].includes(outcome.outcome))) return [];
  const followUp: ItemOutcome[] = subject.kind === 'case' && concerned !== undefined && mayBeFollowedUp(concerned) ? ['wantedResult', 'notWantedResult'] : [];
  const climbs: ItemOutcome[] = concerned !== undefined && about?.mayForward === true && isOnLadderAt(concerned, groupId) ? ['upTheLadder'] : [];
  return [...followUp, 'handled', 'carried', ...climbs, 'forwarded'];
};

export const meetingViewOf = async (ports: MeetingPorts, { signedIn, meeting, group, standing: as, today }: OpenMeeting, now: string, subjects: Subjects, routine: Routine): Promise<MeetingView> => {
  const { register } = signedIn;
  const names = namesOf(register);
  const people = invitees(meeting, { register, group });
  const convenes = as === 'convener' && meeting.state === 'planned';
  const groupName = (id: string): string => register.groups.find((each) => each.id === id)?.name ?? id;
  const itemView = (item: AgendaItem): AgendaItemView => {
    const { subject, removed, outcome } = item;
    const about = subject.kind === 'case' ? subjects.cases.get(subject.caseId) : undefined;
    const analysis = subject.kind === 'analysis' ? subjects.analyses.get(subject.analysisId) : undefined;
    return {
      id: item.id, source: item.source,
      case: about ? caseViewOf(about.loaded.case, about.mayRead, group.id, names) : null,
      shortfall: subject.kind === 'shortfall' ? { counterpart: names.organisation(subject.counterpartId).name, clause: { ...clauseNameOf(register, `${subject.agreementId}${valueSeparator}${subject.clauseId}`) }, count: subject.count } : null,
      analysis: analysis ? { number: analysis.caseNumber, state: analysis.state, reason: analysis.reason, result: analysis.result?.text ?? null, due: analysis.due } : null,
      // What was erased since keeps its number, as the notes have it.
      matter: subject.kind === 'matter' ? subject.title : (subject.kind === 'case' && !about) || (subject.kind === 'analysis' && !analysis) ? subject.number : null,
      reason: item.reason ?? null, by: item.by === undefined ? null : names.person(item.by), fromGroup: item.fromGroupId === undefined ? null : groupName(item.fromGroupId),
      removed: removed ? { by: names.person(removed.by), at: removed.at, reason: removed.reason } : null,
      outcome: outcome ? { by: names.person(outcome.by), at: outcome.at, outcome: outcome.outcome, note: outcome.note, toGroup: outcome.toGroupId === undefined ? null : groupName(outcome.toGroupId), reviewDueAt: outcome.reviewDueAt ?? null } : null,
      outcomes: convenes && meeting.date <= today ? outcomesOf(item, about, group.id) : [],
      mayRemove: convenes && removed === undefined && outcome === undefined,
    };
  };
  const notes = meeting.notes !== undefined && (as === 'convener' || meeting.state === 'approved') ? meeting.notes : undefined;
  const held = await ports.meetings.events(meeting.id);
  return {
    ...meetingSummaryOf(meeting, group), now, version: meeting.version, as, videoLink: meeting.videoLink, since: meeting.since,
    counterparts: meeting.counterpartIds.map((id) => names.organisation(id)),
    people: people.map((userId) => ({ ...names.person(userId), as: standingIn(register, group, userId, meeting.date) ?? 'member' })),
    invitedAt: meeting.invitedAt ?? null, invitesFrom: invitesFrom(meeting), uninvited: people.filter((userId) => !meeting.invited.includes(userId)).length,
    agenda: meeting.items.map(itemView), left: meeting.left, waiting: convenes ? (await ports.meetings.waitingFor(group.id)).length : 0,
    figures: meetingRuleOf(routine, group.kind)?.agenda.includes('figures') === true ? await meetingFigures(ports, meeting, people, register) : null,
    notes: notes ? { by: names.person(notes.by), at: notes.at, text: notes.text, resolved: [...notes.resolved], left: meeting.state === 'approved' ? [] : leftInNotes(meeting, register).map((finding) => ({ ...finding })) } : null,
    approved: meeting.approved ? { by: names.person(meeting.approved.by), at: meeting.approved.at } : null,
    cancelled: meeting.cancelled ? { by: names.person(meeting.cancelled.by), at: meeting.cancelled.at, reason: meeting.cancelled.reason } : null,
    mayChange: convenes, mayRecord: convenes && meeting.date <= today,
    forwardTo: convenes ? register.groups.filter((each) => each.active !== false && each.id !== group.id).map(({ id, name, kind }) => ({ id, name, ladder: isLadderKind(routine.escalation, kind) })) : [],
    events: held.map(({ id, at, type, actor }) => ({ id, at, type, by: actor === 'clock' ? null : names.person(actor) })),
  };
};
