import { groupPorts } from '../adapters/group-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readGroup } from '../use-cases/read-group.ts';

export const handler = defineHandler('read-group', ({ caller, parameters }) => readGroup(groupPorts(), { caller, groupId: parameters.groupId }));
