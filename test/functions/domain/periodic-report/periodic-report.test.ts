import { describe, expect, it, test } from 'vitest';
import { shortfallLines } from '../../../../functions/domain/periodic-report/compile-shortfalls.ts';
import { editReport, recordFeedback, reopenReport, submitReport } from '../../../../functions/domain/periodic-report/edit-report.ts';
import { openReport } from '../../../../functions/domain/periodic-report/open-report.ts';
import { periodName, periodOn, periodsEnded, reportDays } from '../../../../functions/domain/periodic-report/period.ts';
import type { PeriodicReport, ReportBody } from '../../../../functions/domain/periodic-report/periodic-report.ts';
import { readReport } from '../../../../functions/domain/periodic-report/report-clock.ts';
import type { ReportRule } from '../../../../functions/domain/periodic-report/report-rule.ts';
import { draftReport, takeReportStep } from '../../../../functions/domain/periodic-report/report-step.ts';
import type { ReportStep } from '../../../../functions/domain/periodic-report/words.ts';
import { ekdala } from '../../ekdala.ts';

const rule: ReportRule = {
  id: 'brister', title: { sv: 'Brister i samverkan', en: 'Shortfalls in collaboration' }, content: 'shortfalls', every: 'quarter', sections: [], draftWorkingDay: 4, remindDay: 10, dueDay: 20,
  editedBy: ['mas'], receiver: { unitId: 'norrvik-34' }, feedback: { days: 60 }, exceptions: [{ targetGroup: 'psychiatryAddiction', groupId: 'berosam' }], systemFaultsTo: null,
};
const third = { from: '2026-07', to: '2026-09' };
const at = (day: string, time = '08:00:00') => `${day}T${time}.000Z`;

describe('Periods and days of a report', () => {
  test.each([
    ['quarter', '2026-11-22', '2026-10', '2026-12', '2026-Q4'], ['quarter', '2026-03-31', '2026-01', '2026-03', '2026-Q1'],
    ['halfYear', '2026-06-30', '2026-01', '2026-06', '2026-H1'], ['halfYear', '2026-07-01', '2026-07', '2026-12', '2026-H2'], ['year', '2026-05-05', '2026-01', '2026-12', '2026'],
  ] as const)('%s on %s', (every, day, from, to, name) => {
    expect(periodOn(every, day)).toEqual({ from, to });
    expect(periodName(every, { from, to })).toBe(name);
  });

  test.each([
    ['the day it began', '2026-07-01', '2026-07-01', ['2026-04']], ['the day before the period ends', '2026-07-02', '2026-09-30', []], ['the day after', '2026-07-02', '2026-10-01', ['2026-07']],
    ['after a year of silence', '2026-07-02', '2027-07-02', ['2026-07', '2026-10', '2027-01', '2027-04']],
  ])('periods that have ended: %s', (_when, since, today, expected) => {
    expect(periodsEnded('quarter', since, today).map(({ from }) => from)).toEqual(expected);
  });

  test.each([
    // Thursday 1 October, Friday, Monday, Tuesday.
    ['2026-09', '2026-10-06', '2026-10-10', '2026-10-20'],
    // New Year's Day on a Friday, Epiphany on the Wednesday.
    ['2026-12', '2027-01-08', '2027-01-10', '2027-01-20'],
    // Good Friday 3 April and Easter Monday 6 April.
    ['2026-03', '2026-04-08', '2026-04-10', '2026-04-20'],
  ])('the quarter to %s is drafted on its fourth working day and reminded of on day 10', (to, draft, remind, due) => {
    const days = reportDays(rule, { from: to, to });
    expect([days.draftAt.slice(0, 10), days.remindAt.slice(0, 10), days.dueAt.slice(0, 10)]).toEqual([draft, remind, due]);
  });
});

describe('Lines of the quarterly report (G2, G4)', () => {
  const names = { counterpart: (id: string) => id, clause: (value: string) => ({ sv: value, en: value }) };
  const row = (key: string, targetGroup: 'psychiatryAddiction' | 'childrenYouth' | 'olderPeople' | null, sent: number) => ({ key, targetGroup, sent });
  test.each([
    ['below the threshold', [row('a~b~1', null, 2)], []],
    ['at the threshold', [row('a~b~1', null, 3)], [['a~b~1', 3]]],
    ['at the threshold over target groups', [row('a~b~1', null, 1), row('a~b~1', 'olderPeople', 2)], [['a~b~1', 3]]],
    ['only by an excepted target group', [row('a~b~1', null, 2), row('a~b~1', 'psychiatryAddiction', 5)], []],
    ['without the excepted ones', [row('a~b~1', 'childrenYouth', 4), row('a~b~1', 'psychiatryAddiction', 5)], [['a~b~1', 4]]],
    ['most first', [row('a~b~1', null, 3), row('a~b~2', null, 7)], [['a~b~2', 7], ['a~b~1', 3]]],
  ] as const)('%s', (_what, rows, expected) => {
    expect(shortfallLines(rows, rule, 3, names).lines.map(({ key, count }) => [key, count])).toEqual(expected);
  });
  it('never names a cell below three, whatever the threshold', () => {
    expect(shortfallLines([row('a~b~1', null, 2)], rule, 2, names).lines).toEqual([]);
  });
  it('counts what has gone to another group', () => {
    expect(shortfallLines([row('a~b~1', 'psychiatryAddiction', 5)], rule, 3, names).routedAway).toEqual([{ targetGroup: 'psychiatryAddiction', groupId: 'berosam', count: 5 }]);
  });
});

const context = (now: string, actor = 'maj') => ({ now, actor, register: ekdala });
const body: ReportBody = {
  summary: '', threshold: 3, compiledAt: at('2026-10-06'), resolved: [], routedAway: [], sections: [],
  lines: [{ key: 'sjoland~hemgang~2.1', counterpart: 'Region Sjöland', clause: { sv: 'Hemgång meddelas', en: 'Told' }, count: 4, excepted: 0, text: '', systemFault: false }],
};
const opened = openReport(rule, third, at('2026-10-01', '02:15:00')).report;
const drafted = (): PeriodicReport => draftReport(opened, body, context(at('2026-10-06'), 'clock'))?.report ?? opened;
const submitted = (): PeriodicReport => submitReport(drafted(), body, context(at('2026-10-12'))).report;

describe('The clock of a report', () => {
  const reading = (report: PeriodicReport, now: string) => readReport(report, { generation: report.generation, startedAt: at('2026-10-01', '02:15:00') }, now);
  test.each([
    ['waiting', opened, at('2026-10-01'), 'reportDrafting', 'draftReport'], ['a draft', drafted(), at('2026-10-07'), 'reportSubmission', 'remindOfReport'],
    ['a draft that is late', drafted(), at('2026-11-01'), 'reportSubmission', 'escalateReport'], ['submitted', submitted(), at('2026-10-13'), 'reportFeedback', 'remindOfFeedback'],
    ['submitted, feedback late', submitted(), at('2027-01-13'), 'reportFeedback', 'feedbackOverdue'],
  ] as const)('%s', (_what, report, now, awaits, step) => {
    expect(reading(report, now)).toMatchObject({ awaits, next: { step } });
  });
  it('leaves an older execution nothing to wait for', () => {
    expect(readReport({ ...opened, generation: 2 }, { generation: 1, startedAt: opened.openedAt }, at('2026-10-01')).awaits).toBe('nothing');
  });
  test.each([
    ['remindOfReport', at('2026-10-10'), ['reportReminder maj']], ['escalateReport', at('2026-10-21'), 'reportEscalation'],
  ] as const)('%s is taken once, on its day', (step, now, mails) => {
    const taken = takeReportStep(drafted(), step as ReportStep, context(now, 'clock'));
    const told = taken?.outbox.map((entry) => (entry.kind === 'notice' ? `${entry.mail} ${entry.userId}` : entry.kind)) ?? [];
    if (typeof mails === 'string') expect(told.some((each) => each.startsWith(mails))).toBe(true);
    else expect(told).toEqual(mails);
    expect(takeReportStep(taken?.report ?? opened, step as ReportStep, context(now, 'clock'))).toBeNull();
    expect(takeReportStep(drafted(), step as ReportStep, context(at('2026-10-07'), 'clock'))).toBeNull();
  });
});

describe('Editing, submitting, answering', () => {
  it('edits texts and no figures', () => {
    const { report } = editReport(drafted(), { summary: 'Hemgång meddelas för sent.', lines: [{ key: 'sjoland~hemgang~2.1', text: 'Samma avdelning.', systemFault: true }] }, context(at('2026-10-07')));
    expect(report.body?.lines[0]).toMatchObject({ count: 4, text: 'Samma avdelning.', systemFault: true });
    expect(() => editReport(drafted(), { summary: '', lines: [{ key: 'other', text: '', systemFault: false }] }, context(at('2026-10-07')))).toThrow('clause-unknown');
  });
  test.each([
    ['a personal number', 'Gäller 19121212-1212.', 'personal-number-in-text'], ['a name', 'Patienten Karin Svensson fick vänta.', 'identifying-in-text'],
  ])('does not submit %s', (_what, summary, code) => {
    const { report } = editReport(drafted(), { summary, lines: [] }, context(at('2026-10-07')));
    expect(() => submitReport(report, report.body ?? body, context(at('2026-10-08')))).toThrow(code);
  });
  it('locks an edition, and opens another without changing it', () => {
    const first = submitReport(drafted(), body, context(at('2026-10-12')));
    expect(first.edition).toMatchObject({ edition: 1, lines: [{ count: 4 }], feedbackBy: '2026-12-11T22:59:59.000Z' });
    expect(first.outbox.map(({ kind }) => kind)).toEqual(['signal', 'partyMail']);
    expect(() => editReport(first.report, { summary: 'x', lines: [] }, context(at('2026-10-13')))).toThrow('edit-report');
    const again = reopenReport(first.report, { reason: 'En rad saknade text.' }, context(at('2026-10-14')));
    expect(again.report).toMatchObject({ status: 'draft', generation: 2 });
    expect(submitReport(again.report, body, context(at('2026-10-15'))).edition).toMatchObject({ edition: 2 });
  });
  it('keeps back what may not leave', () => {
    const withheld = { ...body, lines: body.lines.map((line) => ({ ...line, withheld: true })) };
    expect(submitReport(drafted(), withheld, context(at('2026-10-12'))).edition?.lines[0]).toMatchObject({ count: null });
  });
  it('is done with feedback; a planned action has a date', () => {
    const { report } = recordFeedback(submitted(), { text: 'Rutinen är ändrad.', actions: [{ text: 'Ny checklista', state: 'done' }] }, context(at('2026-11-01'), 'external'));
    expect(report.status).toBe('done');
    expect(() => recordFeedback(submitted(), { text: 'x', actions: [{ text: 'y', state: 'planned' }] }, context(at('2026-11-01')))).toThrow('action-date-missing');
  });
});
