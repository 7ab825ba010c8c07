import type { Instant } from '../domain/case.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import type { PeriodicReport } from '../domain/periodic-report/periodic-report.ts';
import { restartReport } from '../domain/periodic-report/edit-report.ts';
import type { ReportContext, ReportOutcome } from '../domain/periodic-report/report-command.ts';
import { draftReport, takeReportStep as decide } from '../domain/periodic-report/report-step.ts';
import type { ReportStep } from '../domain/periodic-report/words.ts';
import type { Register } from '../domain/register.ts';
import { compileReport } from './compile-report.ts';
import type { ReportTaskPorts } from './ports-report.ts';
import { thresholdOf } from './report-threshold.ts';

export interface ReportStepTask {
  /** The report's id. */
  readonly caseId: string;
  readonly generation: number;
  readonly step: ReportStep;
  readonly now: Instant;
}

/**
 * Takes the step that time takes on a report: one conditional write with event and mails. One that was taken before, or that
 * the report has left behind, writes nothing: the machine reads the report again. @throws NotFound, Conflict, Throttled
 */
export async function takeReportStep(ports: ReportTaskPorts, task: ReportStepTask, allowed: ReportStep): Promise<{ readonly taken: boolean }> {
  if (task.step !== allowed) throw new RangeError(`step ${task.step} does not belong to this task`);
  const taken = await writeStep(ports, task, async (report, context) => (task.step === 'draftReport' ? draftOf(ports, report, context) : decide(report, task.step, context)));
  ports.log.info(taken ? 'report-step-taken' : 'report-step-moved-on', { caseId: task.caseId, generation: task.generation, step: task.step });
  return { taken };
}

async function draftOf(ports: ReportTaskPorts, report: PeriodicReport, context: ReportContext): Promise<ReportOutcome | null> {
  if (report.status !== 'waiting') return null;
  const threshold = await thresholdOf(ports, context.register, context.now);
  return draftReport(report, await compileReport(ports, report, context.register, threshold, context.now), context);
}

/** Hands the report over to a fresh execution; done before, it changes nothing. @throws NotFound, Conflict, Throttled */
export async function startNextReportGeneration(ports: Pick<ReportTaskPorts, 'registers' | 'reports' | 'log'>, task: Omit<ReportStepTask, 'step'>): Promise<{ readonly taken: boolean }> {
  return { taken: await writeStep(ports, task, async (report) => (report.generation === task.generation ? restartReport(report) : null)) };
}

async function writeStep(
  ports: Pick<ReportTaskPorts, 'registers' | 'reports'>, task: Omit<ReportStepTask, 'step'>, outcomeOf: (report: PeriodicReport, context: ReportContext) => Promise<ReportOutcome | null>,
): Promise<boolean> {
  const stored = await ports.reports.find(task.caseId);
  if (stored === undefined) throw new NotFound('report');
  const register: Register = await ports.registers.read();
  const outcome = stored.report.generation === task.generation ? await outcomeOf(stored.report, { now: task.now, actor: 'clock', register }) : null;
  if (outcome === null) return false;
  if ((await ports.reports.change(outcome, stored, { at: task.now, actor: 'clock' })) === 'superseded') throw new Conflict('The report was written by someone else in the same moment');
  return true;
}
