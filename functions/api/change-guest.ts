import { administrationPorts } from '../adapters/administration-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeGuest } from '../use-cases/change-guest.ts';

export const handler = defineHandler('change-guest', ({ caller, parameters, body }) => changeGuest(administrationPorts(), { caller, groupId: parameters.groupId, body }));
