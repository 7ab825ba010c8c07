import { disputePorts } from '../adapters/dispute-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listDisputes } from '../use-cases/list-disputes.ts';

export const handler = defineHandler('list-disputes', ({ caller, query }) => listDisputes(disputePorts(), { caller, query }));
