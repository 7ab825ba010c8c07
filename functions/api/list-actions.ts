import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listActions } from '../use-cases/list-actions.ts';

export const handler = defineHandler('list-actions', ({ caller, query }) => listActions(staffPorts(), { caller, query }));
