import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { backUpInstallation } from '../../infra/local/backup-installation.ts';
import { restoreInstallation } from '../../infra/local/restore-installation.ts';
import { readAccount, violations, type Account } from './account.ts';
import { InProcess } from './in-process.ts';
import { Journey } from './journey.ts';

let system: InProcess;
let aside: string;
beforeEach(() => {
  system = new InProcess();
  aside = mkdtempSync(join(tmpdir(), 'brygga-aside-'));
});
afterEach(async () => {
  await system.remove();
  for (const name of readdirSync(tmpdir())) if (name.startsWith(`${basename(system.at.folder)}.before-`)) rmSync(join(tmpdir(), name), { recursive: true });
  rmSync(aside, { recursive: true, force: true });
});

/** Beyond the sweep's grace, its period, and the lease of a mail whose delivery died. */
async function swept(): Promise<Account> {
  for (let sweep = 0; sweep < 4; sweep += 1) await system.at.advance('PT6M');
  return readAccount(system.at);
}

const journey = (name: string): Journey => new Journey(system.gate(), name);

/** One of the two stores as it is now, to be put back later; nothing may run. */
const keep = (store: 'state' | 'dynamodb'): void => copyStore(store, system.at.folder, aside);
function putBack(store: 'state' | 'dynamodb'): void {
  for (const name of filesOf(store, system.at.folder)) rmSync(join(system.at.folder, name));
  copyStore(store, aside, system.at.folder);
}
function copyStore(store: string, from: string, to: string): void {
  for (const name of filesOf(store, from)) cpSync(join(from, name), join(to, name));
}
const filesOf = (store: string, folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith(`${store}.sqlite`));

const executionsOf = (account: Account, caseId: string): string[] => account.executions.filter(({ name }) => name?.startsWith(caseId)).map(({ name, status }) => `${String(name).slice(caseId.length)} ${String(status)}`).toSorted();

describe('the sweep', () => {
  test('delivers what a relay that was down for three days has missed, each mail once', async () => {
    let down = true;
    await system.start({ invocation: (name) => (down && /deliver-outbox|sweep-outbox/.test(name) ? { ok: false, errorType: 'Runtime.ExitError', errorMessage: 'The relay is down' } : undefined) });
    const [waiting, sent] = [journey('waiting'), journey('sent')];
    await waiting.submitted();
    const { caseId } = await sent.submitted();
    await sent.sent();
    await system.at.advance('P3D');
    const before = await readAccount(system.at);
    expect(before.mails).toEqual([]);
    expect(before.executions).toEqual([]);
    expect(before.pending.length).toBeGreaterThan(3);

    down = false;
    const after = await swept();
    expect(violations(after)).toEqual([]);
    expect(executionsOf(after, caseId)).toEqual(['-1 RUNNING']);
    expect(after.mails.map(({ subject }) => subject)).toHaveLength(new Set(after.ledger.filter(({ status }) => status === 'sent').map(({ mailId }) => mailId)).size);
    // What the clock owes goes on from there.
    await sent.answered();
    expect(violations(await swept())).toEqual([]);
  });

  test('starts an execution that is lost', async () => {
    await system.start();
    const { caseId } = await journey('lost').submitted();
    await system.at.rest();
    await system.halt();
    const db = new DatabaseSync(join(system.at.folder, 'state.sqlite'));
    db.exec('PRAGMA foreign_keys = OFF; DELETE FROM sfn_event; DELETE FROM sfn_frame; DELETE FROM sfn_execution');
    db.close();
    await system.start();
    expect(executionsOf(await readAccount(system.at), caseId)).toEqual([]);
    const after = await swept();
    expect(violations(after)).toEqual([]);
    expect(executionsOf(after, caseId)).toEqual(['-1 RUNNING']);
  });

  test('brings cases back whose executions are older than they are', async () => {
    await system.start();
    const [early, late] = [journey('early'), journey('late')];
    const first = await early.submitted();
    await system.at.rest();
    await system.halt();
    keep('state');
    await system.start();
    await early.sent();
    const second = await late.submitted();
    await system.at.rest();
    const mails = (await readAccount(system.at)).mails;
    await system.halt();
    putBack('state');
    await system.start();

    const after = await swept();
    // The mailbox went back with the executions: what had been sent was sent.
    const all = { ...after, mails: [...new Map([...mails, ...after.mails].map((mail) => [mail.id, mail])).values()] };
    expect(violations(all)).toEqual([]);
    expect(executionsOf(after, second.caseId)).toEqual(['-1 RUNNING']);
    expect(executionsOf(after, first.caseId).filter((line) => line.endsWith('RUNNING'))).toHaveLength(1);
    // Its clock is the right one again: nobody has opened the request after five working days.
    await system.at.advance('P9D');
    expect((await readAccount(system.at)).ledger.map(({ mailId }) => mailId)).toContainEqual(expect.stringContaining('notAcknowledged'));
  });

  test('brings cases back that are older than their executions', async () => {
    await system.start();
    const early = journey('early');
    const { caseId } = await early.submitted();
    await system.at.rest();
    await system.halt();
    keep('dynamodb');
    await system.start();
    await early.sent();
    await system.at.rest();
    await system.halt();
    putBack('dynamodb');
    await system.start();

    const after = await swept();
    expect(after.cases).toMatchObject([{ id: caseId, status: 'received' }]);
    // The ledger went back with the cases; that a mail had gone out is no longer known.
    expect(violations({ ...after, mails: [], ledger: [] })).toEqual([]);
    expect(executionsOf(after, caseId).filter((line) => line.endsWith('RUNNING'))).toHaveLength(1);
  });

  test('brings a track back whose execution is older than its case, and it goes on', async () => {
    await system.start();
    const { caseId } = await journey('harm').submitted();
    const command = async (operation: OperationId, body: object): Promise<void> => {
      const { version } = (await system.at.as('maj', 'read-case', { path: { caseId } })).body;
      expect(await system.at.as('maj', operation, { path: { caseId }, body: { version, ...body } })).toMatchObject({ status: 200 });
      await system.at.rest();
    };
    await command('assess-harm', { harm: 'noHarm', seriousRisk: true, consequence: 2, probability: 2, nccMerp: null, note: '' });
    await system.halt();
    keep('state');
    await system.start();
    // Reminded, it waits with another token.
    await system.at.advance('P10D');
    expect(await system.at.mailsTo('maj@ekdala.example', /Beslutet i ärende .* saknas/)).toHaveLength(1);
    await system.halt();
    putBack('state');
    await system.start();

    expect(executionsOf(await swept(), caseId)).toEqual(expect.arrayContaining(['-harm-1 ABORTED', '-harm-1-r2 RUNNING']));
    await command('record-harm-decision', { decision: 'notNotified', reference: '', reason: 'Ingen kunde ha skadats allvarligt.', decidedAt: '2026-11-23' });
    const after = await swept();
    expect(executionsOf(after, caseId).filter((line) => line.includes('harm'))).toEqual(['-harm-1 ABORTED', '-harm-1-r2 SUCCEEDED']);
    expect(after.pending).toEqual([]);
  });

  test('goes on from a backup that was taken in the middle of everything', async () => {
    await system.start();
    const file = join(aside, 'brygga.backup');
    const acknowledged: string[] = [];
    const report = async (name: string): Promise<void> => {
      const going = journey(name);
      acknowledged.push((await going.submitted()).caseId);
      await going.sent();
      await going.answered();
    };
    await report('early');
    const later = Promise.all(['one', 'two', 'three'].map(report));
    await journey('meanwhile').submitted();
    const before = [...acknowledged];
    await backUpInstallation(system.at.folder, file);
    await later;
    await system.halt();
    restoreInstallation(file, system.at.folder);
    await system.start();

    const after = await swept();
    expect(violations(after)).toEqual([]);
    expect(after.cases.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    await report('afterwards');
    expect(violations(await swept())).toEqual([]);
  });

  test('leaves alone what waits as it should, however often it comes', async () => {
    await system.start();
    const { caseId } = await journey('calm').submitted();
    await swept();
    await system.at.advance('P20D');
    const after = await swept();
    expect(executionsOf(after, caseId)).toEqual(['-1 RUNNING']);
    expect(violations(after)).toEqual([]);
  });
});

test('an execution that was stopped from outside marks its case and tells an administrator once', async () => {
  await system.start();
  const { caseId } = await journey('stopped').submitted();
  await system.at.rest();
  const states = new SFNClient({ endpoint: system.at.awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const { executions } = await readAccount(system.at);
  await states.send(new StopExecutionCommand({ executionArn: executions[0]?.executionArn, error: 'Tried', cause: 'By hand' }));
  states.destroy();
  const after = await swept();
  expect(after.cases).toMatchObject([{ id: caseId, stopped: true }]);
  expect(after.ledger.filter(({ mail }) => mail === 'stopped')).toHaveLength(1);
  expect(violations(after)).toEqual([]);
});
