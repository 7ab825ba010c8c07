import { createHash } from 'node:crypto';
import type { ArchivePorts, ArchiveTaskPorts, ReleasePorts } from '../use-cases/ports-releasing.ts';
import { DynamoArchiveStore } from './archive-store.ts';
import { attachmentStore } from './attachment-store.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { accessLogTable, casesTable, patientReferencesTable } from './environment.ts';
import { executions } from './executions.ts';
import { createLog } from './log.ts';
import { attachmentContents, packageStore, packing } from './package-store.ts';
import { DynamoPatientReferenceStore } from './patient-reference-store.ts';
import { DynamoReleaseStore } from './release-store.ts';
import { DynamoRetentionStore } from './retention-store.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const archives = () => new DynamoArchiveStore(documentClient(), casesTable);

export const archivePorts = (): ArchivePorts => ({ registers: registerStore(), cases: caseStore(), archives: archives(), packages: packageStore, accessLog: accessLog(), executions, hash });
export const archiveTaskPorts = (): ArchiveTaskPorts => ({
  registers: registerStore(), cases: caseStore(), archives: archives(), packages: packageStore, attachments: attachmentStore, contents: attachmentContents,
  runs: new DynamoRetentionStore(documentClient(), { cases: casesTable, accessLog: accessLogTable }),
  patientReferences: new DynamoPatientReferenceStore(documentClient(), patientReferencesTable), accessLog: accessLog(), packing, log: createLog(),
});
export const archiveFailurePorts = (): Pick<ArchiveTaskPorts, 'archives' | 'log'> => ({ archives: archives(), log: createLog() });
export const releasePorts = (): ReleasePorts => ({ registers: registerStore(), cases: caseStore(), releases: new DynamoReleaseStore(documentClient(), casesTable), accessLog: accessLog(), hash });
