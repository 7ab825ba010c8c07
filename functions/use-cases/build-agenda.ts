import type { LocalDate } from '../domain/calendar.ts';
import { endOfDay, localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import type { DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { carriedFrom, forwardedCandidate, monthsOfAgenda, subjectKey, type Candidate, type Forwarded, type Subject } from '../domain/meeting/agenda.ts';
import { isOver, type Meeting } from '../domain/meeting/meeting.ts';
import type { AgendaRule } from '../domain/meeting/words.ts';
import type { Group } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import { sumOf } from '../domain/statistics/figures.ts';
import { addMonths } from '../domain/statistics/months.ts';
import { everyUnit, valueSeparator } from '../domain/statistics/words.ts';
import { isOpen } from '../domain/transitions.ts';
import { meetingRuleOf } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { CaseList, CaseRow } from './ports.ts';

/** Rows of one list that are looked through for an agenda; more cases than that no meeting takes up. */
const rowsAtMost = 1000;
const pageSize = 200;
const analysesAtMost = 50;

/** What an agenda is built for. */
export interface AgendaOccasion {
  readonly group: Group;
  readonly routine: Routine;
  readonly counterpartIds: readonly string[];
  readonly since: LocalDate;
  readonly date: LocalDate;
  readonly today: LocalDate;
  /** The group's meeting before this one. */
  readonly previous: Meeting | undefined;
  readonly waiting: readonly Forwarded[];
}

const rowsOf = async (ports: Pick<MeetingPorts, 'cases'>, list: CaseList): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.cases.list(list, { limit: pageSize, cursor });
    rows.push(...page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined && rows.length < rowsAtMost);
  return rows;
};
/** Of some counterparts where the meeting is about them, else of all; no list of many has a protected identity (L8). */
const casesOf = async (ports: Pick<MeetingPorts, 'cases'>, counterpartIds: readonly string[], which: 'open' | 'ended' | 'following'): Promise<readonly CaseRow[]> => {
  const lists: readonly CaseList[] = counterpartIds.length > 0
    ? counterpartIds.map((organisationId) => ({ by: 'party', organisationId, open: which === 'open' }))
    // What has ended, newest first, as a list of its own: beside one that goes by what is due it would begin with the oldest.
    : which === 'ended' ? [{ by: 'execution', states: ['ended'] }, { by: 'execution', states: ['following'] }]
      : [{ by: 'execution', states: which === 'open' ? ['open', 'overdue', 'stopped'] : ['following'] }];
  return (await Promise.all(lists.map((list) => rowsOf(ports, list)))).flat().filter(({ protectedIdentity }) => !protectedIdentity);
};
const candidateOf = (source: Candidate['source']) => ({ id, number }: Pick<CaseRow, 'id' | 'number'>): Candidate => ({ source, subject: { kind: 'case', caseId: id, number } });

/** H8: closed cases whose effect is to be reviewed before the meeting after this one; what is due first comes first. */
const toFollowUp = async (ports: MeetingPorts, { counterpartIds, date, routine, group }: AgendaOccasion): Promise<readonly Candidate[]> => {
  const horizon: Instant = endOfDay(`${addMonths(date.slice(0, 7), meetingRuleOf(routine, group.kind)?.intervalMonths ?? 1)}-28`);
  const due = (row: CaseRow): Instant | undefined => row.tracks.find(({ machine }) => machine === 'effect-review')?.dueAt;
  const rows = await casesOf(ports, counterpartIds, 'following');
  return rows.flatMap((row) => {
    const dueAt = due(row);
    return dueAt === undefined || dueAt > horizon ? [] : [{ row, dueAt }];
  }).toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).map(({ row }) => candidateOf('followUp')(row));
};
/** What came after the last agenda was built was on none, and what that meeting was done with does not come back. */
const firstDay = ({ previous, since }: AgendaOccasion): LocalDate => [since, ...(previous ? [localDate(previous.createdAt)] : [])].toSorted()[0] ?? since;
const wasTakenUp = ({ previous }: AgendaOccasion, subject: Subject): boolean => previous?.items.some((item) => item.outcome !== undefined && item.outcome.outcome !== 'carried' && subjectKey(item.subject) === subjectKey(subject)) === true;

/** Registered in the period, newest first. */
const sinceLast = async (ports: MeetingPorts, occasion: AgendaOccasion): Promise<readonly Candidate[]> => {
  const { counterpartIds, date } = occasion;
  const rows = [...await casesOf(ports, counterpartIds, 'open'), ...await casesOf(ports, counterpartIds, 'ended')];
  return rows.filter(({ createdAt, status }) => localDate(createdAt) >= firstDay(occasion) && localDate(createdAt) <= date && (isOpen(status) || status === 'closed'))
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)).map(candidateOf('sinceLast')).filter(({ subject }) => !wasTakenUp(occasion, subject));
};
/** G2: same counterpart, same clause, of what was sent in the period; most first. */
const recurring = async (ports: MeetingPorts, { counterpartIds, since, date, routine }: AgendaOccasion): Promise<readonly Candidate[]> => {
  const recomputation = await ports.aggregates.recomputation();
  const rows = await ports.aggregates.figures(recomputation?.current ?? 0, monthsOfAgenda(since, date), { scope: everyUnit, direction: 'outgoing', dimension: 'counterpartClause' });
  return [...Map.groupBy(rows, ({ value }) => value)].flatMap(([value, each]) => {
    const count = sumOf(each.map(({ counts }) => counts))['sent'] ?? 0;
    const [counterpartId = '', agreementId = '', clauseId = ''] = value.split(valueSeparator);
    return count < routine.recurrence.threshold || (counterpartIds.length > 0 && !counterpartIds.includes(counterpartId)) ? [] : [{ counterpartId, agreementId, clauseId, count }];
  }).toSorted((one, other) => other.count - one.count).map((shortfall) => ({ source: 'recurring', subject: { kind: 'shortfall', ...shortfall } }));
};
/** V13: those that are to be made, and those that were finished since the last meeting. */
const deepAnalyses = async (ports: MeetingPorts, occasion: AgendaOccasion): Promise<readonly Candidate[]> => {
  const [accepted, done] = await Promise.all([ports.deepAnalyses.inState('accepted', analysesAtMost), ports.deepAnalyses.inState('done', analysesAtMost)]);
  const candidate = ({ id, caseNumber }: DeepAnalysis): Candidate => ({ source: 'deepAnalyses', subject: { kind: 'analysis', analysisId: id, number: caseNumber } });
  return [...done.filter(({ result }) => result !== undefined && localDate(result.at) >= firstDay(occasion)).map(candidate).filter(({ subject }) => !wasTakenUp(occasion, subject)), ...accepted.map(candidate)];
};
/** R6: what the group has in its folder now; what is due first comes first. */
const inLadder = async (ports: MeetingPorts, { group }: AgendaOccasion): Promise<readonly Candidate[]> => (await ports.groupCases.list(group.id)).filter(({ here }) => here)
  .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).map(({ caseId, number }) => candidateOf('ladder')({ id: caseId, number }));

const byRule: Readonly<Record<Exclude<AgendaRule, 'figures'>, (ports: MeetingPorts, occasion: AgendaOccasion) => Promise<readonly Candidate[]>>> =
  { followUp: toFollowUp, ladder: inLadder, recurring, deepAnalyses, sinceLast };

/** What the agenda is built of: what came back, what others forwarded, then what the routine's rules find, in its order (H8, V13, N5). */
export const buildAgenda = async (ports: MeetingPorts, occasion: AgendaOccasion): Promise<readonly Candidate[]> => {
  const found: Candidate[] = [];
  for (const rule of meetingRuleOf(occasion.routine, occasion.group.kind)?.agenda ?? []) if (rule !== 'figures') found.push(...await byRule[rule](ports, occasion));
  return [...occasion.waiting.map(forwardedCandidate), ...(occasion.previous && isOver(occasion.previous, occasion.today) ? carriedFrom(occasion.previous.items) : []), ...found];
};
