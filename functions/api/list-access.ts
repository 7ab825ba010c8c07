import { accessLogPorts } from '../adapters/access-log-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listAccess } from '../use-cases/list-access.ts';

export const handler = defineHandler('list-access', ({ caller, query }) => listAccess(accessLogPorts(), { caller, query }));
