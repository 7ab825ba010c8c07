import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, ListStateMachinesCommand, SendTaskHeartbeatCommand, SFNClient, type ExecutionListItem } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mailMark } from '../../functions/mail/mail-mark.ts';
import type { Installation, SentMail } from '../e2e/installation.ts';

type Row = Readonly<Record<string, unknown>>;
export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly generation: number;
  readonly stopped: boolean;
  readonly whatHappened: string;
}
export interface LedgerRow {
  readonly caseId: string;
  readonly mailId: string;
  readonly mail: string;
  readonly status: string;
  readonly attempts: number;
  readonly reason: string | null;
}
/** Everything an installation holds, read over the wire as anybody can. */
export interface Account {
  readonly cases: readonly StoredCase[];
  readonly pending: readonly Row[];
  /** By case; `alive`: its task is there to be completed. */
  readonly waits: ReadonlyMap<string, { readonly generation: number; readonly alive: boolean }>;
  readonly ledger: readonly LedgerRow[];
  readonly executions: readonly ExecutionListItem[];
  readonly mails: readonly SentMail[];
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const ended = new Set(['closed', 'rejected', 'withdrawn']);
export const isOpenCase = ({ status }: StoredCase): boolean => !ended.has(status);

export async function readAccount(at: Installation): Promise<Account> {
  const place = { endpoint: at.awsEndpoint, region: 'eu-north-1', credentials };
  const dynamoDb = new DynamoDBClient(place);
  const states = new SFNClient(place);
  try {
    const { TableNames = [] } = await dynamoDb.send(new ListTablesCommand({}));
    const table = TableNames.find((name) => name.includes('CaseStoreCases'));
    const rows = await scan(DynamoDBDocumentClient.from(dynamoDb), table ?? '');
    return {
      cases: rows.filter(({ sk }) => sk === 'CASE').map(caseOf),
      pending: rows.filter(({ outboxKey }) => outboxKey === 'pending'),
      waits: new Map(await Promise.all(rows.filter(({ sk }) => sk === 'WAIT').map(async (row) => [String(row['caseId']), { generation: Number(row['generation']), alive: await isAlive(states, String(row['token'])) }] as const))),
      ledger: rows.filter(({ sk }) => String(sk).startsWith('MAIL#')).map(ledgerOf),
      executions: await listExecutions(states),
      mails: await at.mails(),
    };
  } finally {
    dynamoDb.destroy();
    states.destroy();
  }
}

/** What must never be, in words; none when all is well. */
export function violations(account: Account): readonly string[] {
  return [...executionViolations(account), ...mailViolations(account), ...account.pending.map((row) => `the outbox row ${String(row['pk'])} ${String(row['sk'])} is not delivered`)];
}

function executionViolations({ cases, executions, waits }: Account): string[] {
  const found: string[] = [];
  for (const concerned of cases) {
    const own = executions.filter(({ name, status }) => status === 'RUNNING' && name?.startsWith(`${concerned.id}-`)).map(({ name }) => name);
    const expected = isOpenCase(concerned) && !concerned.stopped ? [`${concerned.id}-${concerned.generation}`] : [];
    if (own.join() !== expected.join()) found.push(`case ${concerned.number} (${concerned.status}) has the running executions [${own.join(', ')}], not [${expected.join(', ')}]`);
    const wait = waits.get(concerned.id);
    if (expected.length > 0 && !(wait?.alive === true && wait.generation === concerned.generation)) found.push(`case ${concerned.number} (${concerned.status}) does not wait`);
  }
  return found;
}

/** Each mail once by its id, but for the window of design.md 1.7, which the ledger shows as `repeated`. */
function mailViolations({ ledger, mails }: Account): string[] {
  const found: string[] = [];
  const sentByMark = Map.groupBy(mails, mailMarkOf);
  for (const row of ledger) {
    const times = sentByMark.get(mailMark(row.mailId))?.length ?? 0;
    const mayBe = row.reason === 'repeated' ? row.attempts : 1;
    if (times > mayBe) found.push(`${row.mailId} was sent ${times} times; the ledger says ${row.status}, ${String(row.reason)}, ${row.attempts} attempts`);
    if (row.status === 'sent' && times === 0) found.push(`${row.mailId} is sent by the ledger and in no mailbox`);
    if (row.status === 'sending' || row.status === 'retry') found.push(`${row.mailId} is left as ${row.status}`);
  }
  const known = new Set(ledger.map(({ mailId }) => mailMark(mailId)));
  for (const mark of sentByMark.keys()) if (!known.has(mark)) found.push(`A mail marked ${mark} was sent and is in no ledger`);
  return found;
}

/** The hash of the mail's deterministic id. */
export const mailMarkOf = (mail: SentMail): string => headerOf(mail, 'x-brygga-mail');

function headerOf(mail: SentMail, name: string): string {
  return Object.entries(mail.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}

async function scan(documents: DynamoDBDocumentClient, table: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(new ScanCommand({ TableName: table, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }));
    rows.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return rows;
}

async function listExecutions(states: SFNClient): Promise<readonly ExecutionListItem[]> {
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  const executions: ExecutionListItem[] = [];
  for (const { stateMachineArn } of stateMachines) {
    let nextToken: string | undefined;
    do {
      const page = await states.send(new ListExecutionsCommand({ stateMachineArn, ...(nextToken !== undefined && { nextToken }) }));
      executions.push(...(page.executions ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  }
  return executions;
}

async function isAlive(states: SFNClient, taskToken: string): Promise<boolean> {
  return states.send(new SendTaskHeartbeatCommand({ taskToken })).then(() => true, () => false);
}

function caseOf(row: Row): StoredCase {
  const stored = row['case'] as { id: string; number: string; report: { whatHappened: string } };
  return { id: stored.id, number: stored.number, status: String(row['status']), generation: Number(row['generation']), stopped: row['stopped'] === true, whatHappened: stored.report.whatHappened };
}

function ledgerOf(row: Row): LedgerRow {
  return { caseId: String(row['caseId']), mailId: String(row['mailId']), mail: String(row['mail']), status: String(row['status']), attempts: Number(row['attempts']), reason: typeof row['reason'] === 'string' ? row['reason'] : null };
}
