import type { ScanPorts } from '../use-cases/ports-attachment.ts';
import { attachmentStore } from './attachment-store.ts';
import { caseStore } from './case-stores.ts';
import { createLog } from './log.ts';

export const scanPorts = (): ScanPorts => ({ cases: caseStore(), attachments: attachmentStore, log: createLog() });
