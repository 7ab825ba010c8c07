import { failArchive, isArchive } from './fail-archive.ts';
import { failImport, isImport } from './fail-import.ts';
import { failReport, isReport } from './fail-report.ts';
import { markStopped, type StoppedExecution } from './mark-stopped.ts';
import type { StoppedPorts } from './ports-relay.ts';

/** What each kind of execution needs to be told of. */
export interface StoppedOfAnyKindPorts {
  readonly cases: () => StoppedPorts;
  readonly imports: () => Parameters<typeof failImport>[0];
  readonly archives: () => Parameters<typeof failArchive>[0];
  readonly reports: () => Parameters<typeof failReport>[0];
}

/** An execution has failed or was stopped: of a case, of an import, of an archive's package, of a report. */
export const markStoppedOfAnyKind = (ports: StoppedOfAnyKindPorts, stopped: StoppedExecution): Promise<string> => {
  if (isArchive(stopped.executionName)) return failArchive(ports.archives(), stopped);
  if (isReport(stopped.executionName)) return failReport(ports.reports(), stopped);
  return isImport(stopped.executionName) ? failImport(ports.imports(), stopped) : markStopped(ports.cases(), stopped);
};
