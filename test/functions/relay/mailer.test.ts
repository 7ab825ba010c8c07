import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailer } from '../../../functions/adapters/mailer.ts';
import { mailNotice } from '../../../functions/contracts/trigger.ts';
import { mailIdOfTag, mailTag } from '../../../functions/mail/mail-mark.ts';
import { renderMail } from '../../../functions/mail/render-mail.ts';
import { SesError } from '../../../infra/local/ses/query-protocol.ts';
import { Ses } from '../../../infra/local/ses/ses.ts';
import { loopback, type Loopback } from '../loopback.ts';

const db = new DatabaseSync(':memory:');
const notices: unknown[] = [];
let fault: SesError | undefined;
const ses = new Ses({
  db, now: () => Date.parse('2026-03-02T09:00:00Z'), onNotification: (notice) => notices.push(notice), identities: ['ekdala.example'], configurationSets: ['brygga'],
  faults: () => fault,
});
let service: Loopback;
beforeAll(async () => {
  service = await loopback((_headers, body) => ses.handle(body.toString()));
  Object.assign(process.env, { AWS_ENDPOINT_URL_SES: service.endpoint, AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', MAIL_SENDER: 'brygga@ekdala.example', MAIL_CONFIGURATION_SET: 'brygga' });
});
afterAll(async () => {
  await service.close();
  db.close();
});

const link = `https://brygga.example/reply#${'s'.repeat(43)}`;
const mailId = 'case1.request.norrvik-34-function.e1';
const letter = (to: string) => ({
  mailId, caseId: 'case1', to, language: 'sv', at: '2026-03-02T08:59:00.000Z', linkEpoch: 1,
  ...renderMail('request', 'unit', 'sv', { number: 'EK7-4F2K', sender: 'Ekdala kommun', replyBy: '2026-04-01', code: null, managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null }, link),
});

it('sends what the mail service reads as it was written', async () => {
  expect(await mailer.send(letter('norrvik-34@norrvik.example'))).toMatchObject({ kind: 'sent' });
  const [mail] = ses.list();
  expect(mail).toMatchObject({ to: ['norrvik-34@norrvik.example'], subject: 'Begäran om svar, ärende EK7-4F2K' });
  expect(mail?.text).toContain(link);
  expect(mail?.text).toContain('ber er enhet att utreda');
  expect(mail?.html).toContain(`<a href="${link}">`);
});

it('gets case, mail and link back with a bounce', async () => {
  await mailer.send(letter('bounce@simulator.amazonses.com'));
  const notice = notices.map((given) => mailNotice.parse(given)).find(({ eventType }) => eventType === 'Bounce');
  expect(notice?.mail.tags).toEqual({ caseId: ['case1'], mailId: [mailTag(mailId)], linkEpoch: ['1'] });
  expect(mailIdOfTag(notice?.mail.tags.mailId?.[0] ?? '')).toBe(mailId);
});

it.each([
  ['Throttling', 400, 'Throttled'],
  ['AccountSendingPausedException', 400, 'Throttled'],
  ['InvalidParameterValue', 400, 'Throttled'],
])('waits when the service answers %s', async (code, status, name) => {
  fault = new SesError(code, 'Maximum sending rate exceeded.', status);
  await expect(mailer.send(letter('norrvik-34@norrvik.example'))).rejects.toMatchObject({ name });
  fault = undefined;
});

it('gives up a letter that the service will never take, but waits for a sender to be verified', async () => {
  fault = new SesError('MessageRejected', 'Address is on the suppression list.', 400);
  expect(await mailer.send(letter('norrvik-34@norrvik.example'))).toEqual({ kind: 'rejected' });
  fault = new SesError('MessageRejected', 'Email address is not verified.', 400);
  await expect(mailer.send(letter('norrvik-34@norrvik.example'))).rejects.toMatchObject({ name: 'Throttled' });
  fault = undefined;
});
