import { intakePorts } from '../adapters/intake-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { submitIntake } from '../use-cases/submit-intake.ts';

export const handler = defineHandler('submit-intake', ({ caller, body, idempotency }) => submitIntake(intakePorts(), { caller, body, idempotency }));
