import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listDrafts } from '../use-cases/list-drafts.ts';

export const handler = defineHandler('list-drafts', ({ caller }) => listDrafts(staffPorts(), { caller }));
