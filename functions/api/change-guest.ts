import { guestPorts } from '../adapters/guest-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeGuest } from '../use-cases/change-guest.ts';

export const handler = defineHandler('change-guest', ({ caller, parameters, body }) => changeGuest(guestPorts(), { caller, groupId: parameters.groupId, body }));
