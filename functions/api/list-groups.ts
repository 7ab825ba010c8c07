import { groupPorts } from '../adapters/group-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listGroups } from '../use-cases/list-groups.ts';

export const handler = defineHandler('list-groups', ({ caller }) => listGroups(groupPorts(), { caller }));
