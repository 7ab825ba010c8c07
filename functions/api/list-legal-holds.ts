import { retentionPorts } from '../adapters/retention-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listLegalHolds } from '../use-cases/list-legal-holds.ts';

export const handler = defineHandler('list-legal-holds', ({ caller }) => listLegalHolds(retentionPorts(), { caller }));
