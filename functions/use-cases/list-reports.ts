import type { output } from 'zod/mini';
import type { reportList } from '../contracts/periodic-report.ts';
import { localDate } from '../domain/calendar.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { periodName, periodOn, reportDays } from '../domain/periodic-report/period.ts';
import { editsReport, reportInsight } from '../domain/periodic-report/report-people.ts';
import type { ReportPorts } from './ports-report.ts';
import type { Caller } from './ports.ts';
import { reportSummaryOf } from './report-view.ts';
import { accessEntry, signIn } from './staff-access.ts';

/** Reports that this user edits or may read, the coming ones, and what has gone to its groups instead (G4, G5). @throws UnknownUser */
export async function listReports(ports: ReportPorts, { caller }: { readonly caller: Caller }): Promise<output<typeof reportList>> {
  const signedIn = await signIn(ports, caller);
  const { register, member } = signedIn;
  const { now } = caller;
  const today = localDate(now);
  const routine = await ports.registers.activeRoutine(register, now);
  const all = await ports.reports.list();
  const shown = all.filter((report) => {
    const insight = reportInsight(register, member, report, today);
    return insight === 'editing' || (insight === 'submitted' && (report.submissions.length > 0 || report.stopped));
  });
  const groups = groupsOf(register, member.id, today).map(({ group }) => group);
  const copies = await Promise.all(groups.map(async ({ id, name }) => ({ group: name, copies: (await ports.copies.list(id)).map(({ groupId: _group, id: _copy, ...copy }, index) => ({ ...copy, id: String(index) })) })));
  await ports.accessLog.record(accessEntry(caller, signedIn, 'list-reports', 'list', null));
  return {
    now, reports: shown.map((report) => reportSummaryOf(report, signedIn, now)),
    coming: routine.reports.filter((rule) => editsReport(member, { rule })).map((rule) => {
      const period = periodOn(rule.every, today);
      const { draftAt, dueAt } = reportDays(rule, period);
      return { kind: rule.id, title: rule.title, every: rule.every, name: periodName(rule.every, period), draftAt, dueAt };
    }),
    copies: copies.filter((each) => each.copies.length > 0),
    forwarded: all.flatMap(({ rule, period, forwarded }) => forwarded.flatMap(({ groupId, text, at }) => {
      const group = groups.find(({ id }) => id === groupId);
      return group === undefined ? [] : [{ group: group.name, report: rule.title, name: periodName(rule.every, period), text, at }];
    })),
  };
}
