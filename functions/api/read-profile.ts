import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readProfile } from '../use-cases/read-profile.ts';

export const handler = defineHandler('read-profile', ({ caller }) => readProfile(staffPorts(), { caller }));
