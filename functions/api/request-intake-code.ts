import { intakePorts } from '../adapters/intake-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { requestIntakeCode } from '../use-cases/request-intake-code.ts';

export const handler = defineHandler('request-intake-code', ({ caller, body }) => requestIntakeCode(intakePorts(), { caller, body }));
