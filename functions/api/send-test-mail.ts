import { firstHourPorts } from '../adapters/first-hour-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { sendTestMail } from '../use-cases/send-test-mail.ts';

export const handler = defineHandler('send-test-mail', ({ caller, idempotency, body }) => sendTestMail(firstHourPorts(), { caller, idempotency, body }));
