import { intakePorts } from '../adapters/intake-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readIntakeOptions } from '../use-cases/read-intake-options.ts';

export const handler = defineHandler('read-intake-options', ({ caller }) => readIntakeOptions(intakePorts(), { caller }));
