import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRegisters } from '../use-cases/read-registers.ts';

export const handler = defineHandler('read-registers', ({ caller }) => readRegisters(staffPorts(), { caller }));
