import { DeleteCommand, DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { missingMedicationList, Story } from './story.ts';
import { Visitor } from './visitor.ts';

const rules = [
  { documentType: 'outgoingCase', from: 'closing', keepMonths: 13, ending: 'erase', ground: 'EK-DHP 2026:1' },
  { documentType: 'attachment', from: 'closing', keepMonths: 2, ending: 'erase', ground: 'EK-DHP 2026:2' },
];

/** L9a and L9b by the clock: rules of a routine, two years of days, a report in the browser, a hold, and what is left afterwards. */
describe('retention', () => {
  let at: Installation;
  let browser: Browser;
  let documents: DynamoDBDocumentClient;
  let tables: readonly string[];
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    const client = new DynamoDBClient({ endpoint: at.awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
    documents = DynamoDBDocumentClient.from(client);
    tables = (await client.send(new ListTablesCommand({}))).TableNames ?? [];
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  const verify = () => new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '../../infra/verify-chain.ts')], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: at.awsEndpoint } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: out + err }));
  });
  const rowsNaming = async (word: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const TableName of tables) {
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await documents.send(new ScanCommand({ TableName, ...(start && { ExclusiveStartKey: start }) }));
        for (const row of answer.Items ?? []) if (JSON.stringify(row).includes(word)) found.push(`${TableName.replace(/.*(Cases|PatientReferences|AccessLog|Registers).*/, '$1')}: ${String(row['pk']).split('#')[0]} / ${String(row['sk']).split('#')[0]}`);
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
    }
    return found.toSorted();
  };
  const files = async (caseId: string): Promise<number> => {
    const bucket = [...(await (await fetch(`${at.awsEndpoint}/`, { headers: { authorization: 'local' } })).text()).matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name]) => name).find((name) => /files/i.test(name ?? ''));
    const answer = await fetch(`${at.awsEndpoint}/${bucket}?versions=&prefix=${encodeURIComponent(`cases/${caseId}/`)}`, { headers: { authorization: 'local' } });
    return [...(await answer.text()).matchAll(/<Version>/g)].length;
  };
  const ended = async (whatHappened: string, reference?: string): Promise<Story> => {
    const story = new Story(at);
    const answer = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, whatHappened }, ...(reference !== undefined && { patientReference: { reference, protectedIdentity: false } }) } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    [story.caseId, story.number] = [answer.body.caseId, answer.body.number];
    const attachmentId = randomUUID();
    const announced = await at.as('siri', 'add-attachment', { path: { caseId: story.caseId, attachmentId }, body: { part: 'report', fileName: 'lista.txt', bytes: 4 } });
    expect(announced.status, JSON.stringify(announced.body)).toBe(200);
    await fetch(announced.body.upload.url, { method: announced.body.upload.method, headers: announced.body.upload.headers, body: Buffer.from('text') });
    await at.rest();
    await story.done('maj', 'withdraw-case', { reason: 'Anmäld två gånger' });
    return story;
  };

  it('erases what a person has signed off, spares what is held, and leaves the chain whole', async () => {
    const { routineId, versions } = (await at.as('sixten', 'list-routines')).body;
    const { routine } = (await at.as('sixten', 'read-routine', { path: { routineId, version: String(versions[0].version) } })).body;
    const draft = await at.as('sixten', 'save-routine-draft', { path: { routineId }, body: { revision: 0, document: { ...routine, retention: { ...routine.retention, graceDays: 20, rules } } } });
    expect(draft, JSON.stringify(draft.body)).toMatchObject({ status: 200 });
    expect(await at.as('sixten', 'publish-routine', { path: { routineId }, body: { revision: draft.body.revision, validFrom: '2026-11-24' } })).toMatchObject({ status: 201 });
    await at.advance('P2D');

    const gone = await ended('GALLRAS när tiden är ute', '19121212-1212');
    const held = await ended('STANNAR för en tillsyn');
    const placed = await at.as('maj', 'place-legal-hold', { body: { scope: 'case', number: held.number, reason: 'Tillsyn pågår', until: null } });
    expect(placed, JSON.stringify(placed.body)).toMatchObject({ status: 201, body: { inForce: true } });
    expect((await at.as('maj', 'read-case-keeping', { path: { caseId: held.caseId } })).body).toMatchObject({ holds: [{ reason: 'Tillsyn pågår' }], parts: [{ documentType: 'outgoingCase', dueOn: '2027-12-25' }, { documentType: 'attachment', dueOn: '2027-01-25' }] });
    expect((await at.as('siri', 'place-legal-hold', { body: { scope: 'case', number: held.number, reason: 'r', until: null } })).status).toBe(403);
    expect((await at.as('siri', 'list-retention-runs')).status).toBe(403);
    const before = (await at.as('maj', 'read-statistics', { query: { direction: 'outgoing', by: 'category' } })).body;

    // The files go first, by their own rule.
    await at.advance('P70D');
    const [files1] = (await at.as('maj', 'list-retention-runs')).body.runs;
    expect(files1).toMatchObject({ id: '2027-02', state: 'awaiting', tallies: [{ documentType: 'attachment', due: 1, held: 1 }] });
    expect((await at.mailsTo('maj@ekdala.example', /Gallringsrapport/)).length).toBe(1);
    expect([await files(gone.caseId), await files(held.caseId)]).toEqual([1, 1]);
    const view = async (runId: string) => (await at.as('maj', 'read-retention-run', { path: { runId } })).body;
    expect(await at.as('sixten', 'sign-off-retention', { path: { runId: '2027-02' }, body: { version: (await view('2027-02')).version, kind: 'sign', note: '' } })).toMatchObject({ status: 403 });
    expect(await at.as('maj', 'sign-off-retention', { path: { runId: '2027-02' }, body: { version: (await view('2027-02')).version, kind: 'sign', note: '' } })).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await at.advance('P25D');
    expect([await files(gone.caseId), await files(held.caseId)]).toEqual([0, 1]);
    expect((await at.as('maj', 'list-attachments', { path: { caseId: gone.caseId } })).body.attachments).toEqual([]);
    expect(await verify()).toMatchObject({ code: 0 });

    // A year later the case itself, in the browser.
    await at.advance('P330D');
    const visitor = await (await Visitor.arrive(at, browser)).signIn('Maj Mas');
    await visitor.page.goto(`${at.origin}/collaboration/keeping`);
    const run = (await at.as('maj', 'list-retention-runs')).body.runs[0];
    expect(run).toMatchObject({ id: '2028-01', state: 'awaiting' });
    await visitor.look('keeping-runs');
    await visitor.page.getByRole('link', { name: '2028-01' }).click();
    await visitor.page.getByRole('heading', { name: 'Gallringsrapport 2028-01' }).waitFor();
    await visitor.page.getByRole('button', { name: `Undanta ${gone.number}` }).click();
    await visitor.page.getByLabel('Skäl').fill('Forskning');
    await visitor.page.getByRole('button', { name: 'Undanta', exact: true }).last().click();
    await visitor.page.getByText('Undantaget är antecknat.').waitFor();
    await visitor.look('keeping-run');
    await visitor.page.getByRole('button', { name: `Ta bort undantaget: ${gone.number}` }).click();
    await visitor.page.getByText('Undantaget är borttaget.').waitFor();
    await visitor.page.getByRole('button', { name: 'Signera' }).click();
    await visitor.page.getByText('Rapporten är signerad.').waitFor();
    await visitor.page.goto(`${at.origin}/collaboration/keeping/holds`);
    await visitor.page.getByText('Tillsyn pågår').waitFor();
    await visitor.look('keeping-holds');
    await visitor.leave();

    await at.advance('P21D');
    expect((await at.as('maj', 'read-case', { path: { caseId: gone.caseId } })).status).toBe(404);
    expect((await at.as('maj', 'read-case', { path: { caseId: held.caseId } })).status).toBe(200);
    expect(await rowsNaming('GALLRAS')).toEqual([]);
    expect(await rowsNaming('19121212')).toEqual([]);
    // Its place, its chain and the run; beside them the log's own samples, and answers that go by themselves (the engine here sweeps none).
    const left = new Set((await rowsNaming(gone.caseId)).filter((row) => !/^AccessLog|IDEMPOTENCY|SPOTCHECK|CHAINHEAD/.test(row)));
    expect(left).toEqual(new Set(['Cases: CASE / CASE', 'Cases: CASE / EVENT', 'Cases: NUMBER / NUMBER', 'Cases: RETENTION / ITEM']));
    // L5: who looked, exempted and signed, by case.
    const operations = (await Promise.all(tables.filter((name) => /AccessLog/.test(name)).map((TableName) => documents.send(new ScanCommand({ TableName }))))).flatMap(({ Items = [] }) => Items).filter(({ caseKey }) => caseKey === gone.caseId).map(({ operation }) => operation);
    expect(operations).toEqual(expect.arrayContaining(['read-retention-run', 'exempt-from-retention', 'erase-retired', 'retire-content']));
    const after = (await at.as('maj', 'read-statistics', { query: { direction: 'outgoing', by: 'category', from: '2026-11', to: '2026-11' } })).body;
    expect(after.total ?? after.tables).toBeDefined();
    expect(before.now).toBeDefined();
    const checked = await verify();
    expect(checked).toEqual({ code: 0, out: expect.stringMatching(/^2 cases, \d+ events \(0 of before there were chains, \d+ erased\), 1 case erased under signed runs, \d+ daily documents: no break\n$/) });

    // Somebody takes the signed run away: the erasure is no longer vouched for.
    const TableName = tables.find((name) => name.includes('CaseStoreCases'));
    const { Items: [signed] = [] } = await documents.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk AND sk = :sk', ExpressionAttributeValues: { ':pk': 'RETENTION#2028-01', ':sk': 'RUN' } }));
    expect(signed?.['run']).toMatchObject({ state: 'done', signedOff: { by: 'maj' } });
    await documents.send(new DeleteCommand({ TableName, Key: { pk: 'RETENTION#2028-01', sk: 'RUN' } }));
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining(`Case ${gone.number}: was erased under run 2028-01, which nobody has signed off`) });
  }, 300_000);
});
