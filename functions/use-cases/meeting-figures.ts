import type { MeetingView } from '../contracts/meeting.ts';
import { isOwnOrganisationOf } from '../domain/meeting/audience.ts';
import { monthsOfAgenda } from '../domain/meeting/agenda.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Register } from '../domain/register.ts';
import { figuresOf, sumOf, type Figures } from '../domain/statistics/figures.ts';
import { monthsBefore, type Months } from '../domain/statistics/months.ts';
import { released, type ReleasedTable } from '../domain/statistics/release.ts';
import { everyUnit } from '../domain/statistics/words.ts';
import { directions, type Direction } from '../domain/vocabulary.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import { statisticNamesOf } from './statistic-names.ts';

type FigureRow = NonNullable<MeetingView['figures']>['rows'][number];
const dimensions = ['category', 'counterpart'] as const;

/** V13b: totals and subjects of the period, from what the stream keeps; where somebody of the group is not ours, no cell below 3 (L11). */
export const meetingFigures = async (ports: Pick<MeetingPorts, 'aggregates'>, meeting: Meeting, people: readonly string[], register: Register): Promise<NonNullable<MeetingView['figures']>> => {
  const generation = (await ports.aggregates.recomputation())?.current ?? 0;
  const period = monthsOfAgenda(meeting.since, meeting.date);
  const before = monthsBefore(period);
  const outside = !people.every((userId) => isOwnOrganisationOf(register, userId));
  const table = async (direction: Direction, dimension: (typeof dimensions)[number], months: Months): Promise<ReleasedTable> => {
    const [all, rows] = await Promise.all([
      ports.aggregates.figures(generation, months, { scope: everyUnit, direction, dimension: 'all' }), ports.aggregates.figures(generation, months, { scope: everyUnit, direction, dimension }),
    ]);
    const total = figuresOf(sumOf(all.map(({ counts }) => counts)));
    const each = [...Map.groupBy(rows, ({ value }) => value)].map(([value, of]): { value: string; figures: Figures } => ({ value, figures: figuresOf(sumOf(of.map(({ counts }) => counts))) }));
    return outside ? released({ rows: each, total, parts: 'whole' }) : { rows: each, total };
  };
  const nothing: FigureRow['now'] = { submitted: 0, sent: 0, acknowledged: 0, acknowledgedInTime: 0, answered: 0, answeredInTime: 0, overdue: 0, closed: 0 };
  const rowsOf = async (direction: Direction): Promise<FigureRow[]> => {
    const both = await Promise.all(dimensions.map(async (dimension) => [dimension, await table(direction, dimension, period), await table(direction, dimension, before)] as const));
    return both.flatMap(([dimension, now, earlier], index): FigureRow[] => {
      const names = statisticNamesOf(register, dimension, []);
      const values = [...new Set([...now.rows, ...earlier.rows].map(({ value }) => value))];
      const counts = ({ rows }: ReleasedTable, value: string): FigureRow['now'] => ({ ...rows.find((row) => row.value === value)?.figures.counts ?? nothing });
      return [
        ...(index === 0 ? [{ of: 'total' as const, name: null, direction, value: '', now: { ...now.total.counts }, before: { ...earlier.total.counts } }] : []),
        ...values.map((value) => ({ of: dimension, name: names(value), direction, value, now: counts(now, value), before: counts(earlier, value) })),
      ];
    });
  };
  return { period, before, rows: (await Promise.all(directions.map(rowsOf))).flat() };
};
