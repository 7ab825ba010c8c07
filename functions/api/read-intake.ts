import { intakePorts } from '../adapters/intake-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readIntake } from '../use-cases/read-intake.ts';

export const handler = defineHandler('read-intake', ({ caller }) => readIntake(intakePorts(), { caller }));
