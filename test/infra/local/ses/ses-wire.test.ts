import { createServer, type Server } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import {
  GetIdentityVerificationAttributesCommand, GetSendQuotaCommand, GetSendStatisticsCommand, ListIdentitiesCommand,
  SendEmailCommand, SendRawEmailCommand, SESClient, VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SesError } from '../../../../infra/local/ses/query-protocol.ts';
import { Ses, type SesDependencies } from '../../../../infra/local/ses/ses.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
let db: DatabaseSync;
let server: Server;
let client: SESClient;
let ses: Ses;
let notified: unknown[];

function newSes(more: Partial<SesDependencies> = {}): Ses {
  return new Ses({
    db,
    now: () => now,
    onNotification: (detail) => notified.push(detail),
    identities: ['brygga.example', 'only@this.example'],
    configurationSets: ['brygga-mail'],
    ...more,
  });
}

beforeEach(async () => {
  db = new DatabaseSync(':memory:');
  notified = [];
  ses = newSes();
  server = createServer((request, response) => {
    void text(request)
      .then((body) => ses.handle(body))
      .then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  client = new SESClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
  db.close();
});

function mail(to: string[], more: { source?: string; set?: string } = {}): SendEmailCommand {
  return new SendEmailCommand({
    Source: more.source ?? 'Brygga <no-reply@brygga.example>',
    Destination: { ToAddresses: to },
    Message: { Subject: { Data: 'Ärende <1> & "2"' }, Body: { Text: { Data: 'Hej å\nrad 2' }, Html: { Data: '<p>Hej</p>' } } },
    ...(more.set !== undefined && { ConfigurationSetName: more.set }),
    Tags: [{ Name: 'kind', Value: 'request' }],
  });
}

describe('the unchanged SES client', () => {
  it('sends a mail that the mailbox shows newest first, across a restart', async () => {
    await client.send(mail(['first@avd.example']));
    const { MessageId } = await client.send(mail(['second@avd.example']));
    expect(ses.list().map(({ to }) => to)).toEqual([['second@avd.example'], ['first@avd.example']]);
    expect(newSes().read(MessageId ?? '')).toMatchObject({
      id: MessageId,
      at: '2026-03-02T08:00:00.000Z',
      from: 'Brygga <no-reply@brygga.example>',
      subject: 'Ärende <1> & "2"',
      text: 'Hej å\nrad 2',
      html: '<p>Hej</p>',
      headers: { To: 'second@avd.example' },
    });
  });

  it('sends a raw multipart mail and reads its parts', async () => {
    const raw = [
      'From: =?utf-8?Q?=C3=84rende?= <no-reply@brygga.example>', 'To: avd34@norrvik.example', 'Bcc: hidden@norrvik.example',
      'Subject: =?UTF-8?B?w4RyZW5kZQ==?=', ' =?UTF-8?B?IDQy?=', 'X-SES-CONFIGURATION-SET: brygga-mail', 'X-Kind: request', 'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b=1"', '', 'ignored', '--b=1', 'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable', '', 'R=C3=A5d och l=', 'ink https://x.example/#a=3Db', '--b=1',
      'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', Buffer.from('<p>Råd</p>').toString('base64'), '--b=1--', '',
    ].join('\r\n');
    await client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) } }));
    const [stored] = ses.list();
    expect(stored).toMatchObject({
      from: 'Ärende <no-reply@brygga.example>',
      to: ['avd34@norrvik.example'],
      subject: 'Ärende 42',
      text: 'Råd och link https://x.example/#a=b',
      html: '<p>Råd</p>',
    });
    expect(stored?.headers['X-Kind']).toBe('request');
    expect(Object.keys(stored?.headers ?? {})).not.toContain('Bcc');
    expect(notified).toMatchObject([{ eventType: 'Send' }, { eventType: 'Delivery', delivery: { recipients: ['avd34@norrvik.example', 'hidden@norrvik.example'] } }]);
  });

  it.each([
    ['an unverified sender', mail(['a@b.example'], { source: 'x@elsewhere.example' }), 'MessageRejected', 'Email address is not verified. The following identities failed the check in region EU-NORTH-1: x@elsewhere.example'],
    ['an address beside the verified one', mail(['a@b.example'], { source: 'other@this.example' }), 'MessageRejected', /not verified/],
    ['an address without a domain', mail(['nobody']), 'InvalidParameterValue', "Missing final '@domain'"],
    ['a blank in an address', mail(['no body@b.example']), 'InvalidParameterValue', /control or whitespace/],
    ['no recipient', mail([]), 'InvalidParameterValue', /Empty required header/],
    ['too many recipients', mail(Array.from({ length: 51 }, (_, index) => `u${index}@b.example`)), 'InvalidParameterValue', 'Recipient count exceeds 50.'],
    ['an unknown configuration set', mail(['a@b.example'], { set: 'other' }), 'ConfigurationSetDoesNotExistException', /<other> does not exist/],
  ])('is refused %s', async (_what, command, name, message) => {
    await expect(client.send(command)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(ses.list()).toEqual([]);
  });

  it('is refused a tag that AWS does not take', async () => {
    const raw = new SendRawEmailCommand({ Source: 'a@brygga.example', Destinations: ['a@b.example'], RawMessage: { Data: Buffer.from('Subject: s\r\n\r\nt') }, Tags: [{ Name: 'mailId', Value: 'a.b' }] });
    await expect(client.send(raw)).rejects.toMatchObject({ name: 'InvalidParameterValue', message: expect.stringContaining('Invalid tag value <a.b>') });
    expect(ses.list()).toEqual([]);
  });

  it('sees throttling as AWS says it', async () => {
    ses = newSes({ faults: () => new SesError('Throttling', 'Maximum sending rate exceeded.') });
    await expect(client.send(mail(['a@b.example']))).rejects.toMatchObject({ name: 'Throttling', message: 'Maximum sending rate exceeded.', $metadata: { httpStatusCode: 400 } });
    expect(ses.list()).toEqual([]);
  });

  it('reads quota, statistics and identities', async () => {
    await client.send(mail(['a@b.example']));
    await client.send(mail(['bounce+1@simulator.amazonses.com']));
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 2 });
    expect((await client.send(new GetSendStatisticsCommand({}))).SendDataPoints).toEqual([
      { Timestamp: new Date(now), DeliveryAttempts: 2, Bounces: 1, Complaints: 0, Rejects: 0 },
    ]);
    await client.send(new VerifyEmailIdentityCommand({ EmailAddress: 'new@other.example' }));
    expect((await client.send(new ListIdentitiesCommand({ IdentityType: 'EmailAddress' }))).Identities).toEqual(['only@this.example', 'new@other.example']);
    const attributes = await client.send(new GetIdentityVerificationAttributesCommand({ Identities: ['new@other.example', 'unknown@other.example'] }));
    expect(attributes.VerificationAttributes).toEqual({ 'new@other.example': { VerificationStatus: 'Success' } });
  });

  it('names an action that is not served', async () => {
    expect(await ses.handle('Action=SendBulkTemplatedEmail')).toMatchObject({ status: 400, body: expect.stringContaining('<Code>InvalidAction</Code>') });
  });
});

describe('notifications', () => {
  it('tell of a bounce at the simulator and at a mailbox flagged to bounce', async () => {
    ses.setFault('gone@avd.example', 'bounce');
    await client.send(mail(['gone@avd.example', 'there@avd.example'], { set: 'brygga-mail' }));
    await client.send(mail(['complaint@simulator.amazonses.com'], { set: 'brygga-mail' }));
    expect(notified).toMatchObject([
      { eventType: 'Send' },
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'gone@avd.example' }] },
        mail: { tags: { 'ses:configuration-set': ['brygga-mail'], kind: ['request'] }, messageId: ses.list()[1]?.id },
      },
      { eventType: 'Delivery', delivery: { recipients: ['there@avd.example'] } },
      { eventType: 'Send' },
      { eventType: 'Delivery' },
      { eventType: 'Complaint' },
    ]);
    expect(ses.list().map(({ outcome }) => outcome)).toEqual(['complained', 'bounced']);
  });

  it('are silent without a configuration set', async () => {
    await client.send(mail(['bounce@simulator.amazonses.com']));
    expect(notified).toEqual([]);
  });

  it('are handed over after a restart when the runtime died before', async () => {
    ses = newSes({ onNotification: () => { throw new Error('died'); } });
    await expect(ses.handle(new URLSearchParams({
      Action: 'SendEmail', Source: 'a@brygga.example', 'Destination.ToAddresses.member.1': 'bounce@simulator.amazonses.com',
      'Message.Subject.Data': 's', 'Message.Body.Text.Data': 't', ConfigurationSetName: 'brygga-mail',
    }).toString())).rejects.toThrow('died');
    newSes().start();
    expect(notified).toMatchObject([{ eventType: 'Send' }, { eventType: 'Bounce' }]);
    newSes().start();
    expect(notified).toHaveLength(2);
  });
});
