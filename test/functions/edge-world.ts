import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { bootstrapPorts } from '../../functions/adapters/bootstrap-ports.ts';
import { intakePorts } from '../../functions/adapters/intake-ports.ts';
import { relayPorts, sweepPorts } from '../../functions/adapters/relay-ports.ts';
import { replyPorts } from '../../functions/adapters/reply-ports.ts';
import { organisationDocument } from '../../functions/contracts/register.ts';
import type { CaseEvent, OutgoingCase } from '../../functions/domain/case.ts';
import type { IncomingCase } from '../../functions/domain/incoming-case.ts';
import type { CommandContext, Outcome } from '../../functions/domain/command.ts';
import { confirmOutgoingText, editOutgoingText } from '../../functions/domain/commands/handling.ts';
import { send } from '../../functions/domain/commands/sending.ts';
import { submit } from '../../functions/domain/commands/submission.ts';
import { bootstrapOrganisation } from '../../functions/use-cases/bootstrap-organisation.ts';
import { deliverRow } from '../../functions/use-cases/deliver-outbox.ts';
import type { IntakePorts } from '../../functions/use-cases/ports-intake.ts';
import type { DescribedExecution, Letter, SweepPorts } from '../../functions/use-cases/ports-relay.ts';
import type { ReplyPorts } from '../../functions/use-cases/ports-reply.ts';
import { outgoingOf } from './domain/outgoing-case.ts';
import { startEngine } from '../../infra/local/dynamodb/engine.ts';

/** What a reporter wrote: none of it may leave through a mail, a log or an external page. */
export const planted = { event: 'HEMLIGHÄNDELSE lista saknas', person: 'Anna Plantersson', personalNumber: '19121212-1212', action: 'ringde PLANTERADE akuten' };
export const sentText = 'Läkemedelslistan saknades vid hemgång. Vi ber er utreda varför.';
export const start = '2026-03-02T09:00:00.000Z';
export const later = (seconds: number, from = start): string => new Date(Date.parse(from) + seconds * 1000).toISOString();
export const day = 86_400;

export interface EdgeWorld {
  readonly reply: ReplyPorts;
  readonly intake: IntakePorts;
  readonly relay: SweepPorts;
  readonly letters: Letter[];
  readonly logged: string[];
  /** Executions as the fake knows them: name → status. */
  readonly executions: Map<string, DescribedExecution['status']>;
  readonly completed: string[];
  /** What the next letters meet, in order; `sent` when empty. */
  readonly mailFaults: (Error | 'rejected' | 'crash-after')[];
  /** What happens while the mail service takes a letter. */
  readonly mailMeets: (() => unknown)[];
  load(caseId: string): Promise<OutgoingCase>;
  loadIncoming(caseId: string): Promise<IncomingCase>;
  story(caseId: string): Promise<readonly CaseEvent[]>;
  /** A case that has been sent to ward 34, its mails delivered. */
  sentCase(now?: string): Promise<OutgoingCase>;
  /** A case as just reported, undelivered. */
  reportedCase(now?: string): Promise<OutgoingCase>;
  change(caseId: string, now: string, decide: (concerned: OutgoingCase, context: CommandContext) => Outcome<OutgoingCase>, actor?: string): Promise<OutgoingCase>;
  changeIncoming(caseId: string, now: string, decide: (concerned: IncomingCase, context: CommandContext) => Outcome<IncomingCase>, actor?: string): Promise<IncomingCase>;
  /** Delivers every pending outbox row as the stream would. */
  deliver(): Promise<readonly string[]>;
  /** The secret of the newest mail with a link. */
  newestSecret(): string;
  newestCode(): string;
  stop(): Promise<void>;
}

const keys = (pk: string, sk: string) => [{ AttributeName: pk, KeyType: 'HASH' as const }, { AttributeName: sk, KeyType: 'RANGE' as const }];
const caseIndexes = { responsible: ['responsibleKey', 'dueKey'], unit: ['unitKey', 'dueKey'], reporter: ['reporterKey', 'createdKey'], party: ['partyKey', 'dueKey'], execution: ['executionKey', 'dueKey'], outbox: ['outboxKey', 'outboxAt'] } as const;

async function createTables(client: DynamoDBClient): Promise<void> {
  for (const TableName of ['cases', 'references', 'access', 'registers']) {
    const indexes = TableName === 'cases' ? Object.entries(caseIndexes) : [];
    const attributes = new Set(['pk', 'sk', ...indexes.flatMap(([, names]) => names)]);
    await client.send(new CreateTableCommand({
      TableName, BillingMode: 'PAY_PER_REQUEST', KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(([IndexName, [pk, sk]]) => ({ IndexName, KeySchema: keys(pk, sk), Projection: { ProjectionType: 'ALL' as const } })) }),
    }));
  }
}

/** The edges over a real store: real adapters but for mail and Step Functions, which record what they were asked. */
export async function startEdgeWorld(): Promise<EdgeWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-edges-'));
  const engine = await startEngine({ folder, endpoint: undefined, onLost: (reason) => { throw new Error(reason); } });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local',
    CASES_TABLE: 'cases', PATIENT_REFERENCES_TABLE: 'references', ACCESS_LOG_TABLE: 'access', REGISTERS_TABLE: 'registers',
    SITE_ORIGIN: 'https://brygga.example', MAIL_SENDER: 'brygga@ekdala.example', MAIL_CONFIGURATION_SET: 'brygga', ORIGIN_SECRETS: 'origin-secret,previous-secret',
    ...Object.fromEntries(['OUTGOING_DEVIATION', 'INCOMING_DEVIATION', 'DOSE_PHARMACY', 'EFFECT_REVIEW', 'HARM_DECISION'].map((name) => [`STATE_MACHINE_ARN_${name}`, `arn:aws:states:eu-north-1:000000000000:stateMachine:${name.toLowerCase()}`])),
    OIDC_ISSUER: 'https://issuer.example', OIDC_CLIENT_ID: 'client', OIDC_ACR: 'any',
  });
  const client = new DynamoDBClient();
  await createTables(client);
  client.destroy();

  const letters: Letter[] = [];
  const logged: string[] = [];
  const executions: EdgeWorld['executions'] = new Map();
  const completed: string[] = [];
  const mailFaults: EdgeWorld['mailFaults'] = [];
  const mailMeets: EdgeWorld['mailMeets'] = [];
  const note = (message: string, fields?: object) => void logged.push(JSON.stringify({ message, ...fields }));
  const log = { info: note, warn: note, error: note };
  const relay: SweepPorts = {
    ...relayPorts(), ...sweepPorts(), log,
    mailer: {
      async send(letter) {
        const fault = mailFaults.shift();
        if (fault instanceof Error) throw fault;
        if (fault === 'rejected') return { kind: 'rejected' };
        await mailMeets.shift()?.();
        letters.push(letter);
        if (fault === 'crash-after') throw new Error('died before writing');
        return { kind: 'sent', messageId: `message-${letters.length}` };
      },
    },
    executions: {
      start: async (_machine, name) => (executions.has(name) ? 'exists' : (executions.set(name, 'RUNNING'), 'started')),
      describe: async (_machine, name) => {
        const status = executions.get(name);
        return status && { status, stateMachine: 'a-machine', startedAt: start, stoppedAt: null, error: null, input: '{}' };
      },
      stop: async (_machine, name) => (executions.get(name) === 'RUNNING' ? (executions.set(name, 'ABORTED'), 'stopped') : 'ended'),
      redrive: async (_machine, name) => (['FAILED', 'TIMED_OUT', 'ABORTED'].includes(executions.get(name) ?? '') ? (executions.set(name, 'RUNNING'), 'redriven') : 'not-redrivable'),
      history: async () => undefined,
      isAwaited: async () => true,
      complete: async (token) => (completed.push(token), 'completed'),
      consoleUrl: () => null,
    },
  };
  const reply = replyPorts();
  const organisation = organisationDocument.parse(JSON.parse(readFileSync(new URL('../../workflows/demo/ekdala.json', import.meta.url), 'utf8')));
  await bootstrapOrganisation({ ...bootstrapPorts(), log }, { organisation, routine: 'vaxjo', at: start });

  const context = async (now: string, actor: string): Promise<CommandContext> => {
    const register = await reply.registers.read();
    return { now, actor, principal: null, routine: await reply.registers.activeRoutine(register, now), register };
  };
  const access = (at: string) => ({ at, userId: 'maj', principal: null, unitId: null, operation: 'test', kind: 'write' as const, caseId: null, patientKey: null });
  const found = async (caseId: string) => {
    const loaded = await reply.cases.load(caseId);
    if (!loaded) throw new Error(`no case ${caseId}`);
    return loaded;
  };
  const outgoing = async (caseId: string): Promise<OutgoingCase> => outgoingOf((await found(caseId)).case);
  const incoming = async (caseId: string): Promise<IncomingCase> => {
    const { case: concerned } = await found(caseId);
    if (concerned.direction !== 'incoming') throw new Error(`${caseId} goes out`);
    return concerned;
  };
  const write = async <Of extends OutgoingCase | IncomingCase>(caseId: string, now: string, actor: string, decide: (given: CommandContext) => Promise<Outcome<Of>>): Promise<Of> => {
    const loaded = await found(caseId);
    const { case: changed, events, outbox } = await decide(await context(now, actor));
    await reply.cases.commit({ case: changed, expected: { version: loaded.case.version, systemRevision: loaded.systemRevision, chain: loaded.chain }, events, outbox, access: access(now) });
    return changed;
  };
  let cases = 0;
  const world: EdgeWorld = {
    reply, intake: intakePorts(), relay, letters, logged, executions, completed, mailFaults, mailMeets,
    load: (caseId) => outgoing(caseId),
    loadIncoming: (caseId) => incoming(caseId),
    story: (caseId) => reply.cases.events(caseId),
    async reportedCase(now = start) {
      cases += 1;
      const { case: reported, events, outbox } = submit({
        caseId: `case${cases}`, number: `EK${cases}-TEST`, hasPatientReference: false,
        report: {
          happenedAt: later(-7200, now), discoveredAt: later(-3600, now), unitId: 'hemsjukvard-norr', counterpartId: 'sjoland', externalUnitId: 'norrvik-34', legalBasis: 'hsl',
          category: 'medication', harm: 'risk', whatHappened: `${planted.event} ${planted.person} ${planted.personalNumber}`, immediateAction: planted.action,
        },
      }, await context(now, 'siri'));
      await reply.cases.commit({ case: reported, expected: null, events, outbox, access: access(now) });
      return reported;
    },
    change: (caseId, now, decide, actor = 'maj') => write(caseId, now, actor, async (c) => decide(await outgoing(caseId), c)),
    changeIncoming: (caseId, now, decide, actor = 'maj') => write(caseId, now, actor, async (c) => decide(await incoming(caseId), c)),
    async sentCase(now = start) {
      const { id } = await world.reportedCase(now);
      await world.change(id, now, (concerned, c) => editOutgoingText(concerned, { text: sentText, notPersonalNumbers: [] }, c));
      await world.change(id, now, confirmOutgoingText);
      await world.change(id, now, send);
      await world.deliver();
      return world.load(id);
    },
    async deliver() {
      const outcomes: string[] = [];
      for (const row of await relay.outbox.pending('9999', 1000)) outcomes.push(await deliverRow(relay, row, row.at, 'stream'));
      return outcomes;
    },
    newestSecret() {
      const found = letters.findLast(({ text }) => /\/(?:reply|status)#/.test(text))?.text;
      return /\/(?:reply|status)#([A-Za-z0-9_-]{43})/.exec(found ?? '')?.[1] ?? '';
    },
    newestCode() {
      const text = letters.at(-1)?.text ?? '';
      return /\b(\d{6})\b/.exec(text)?.[1] ?? '';
    },
    async stop() {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}
