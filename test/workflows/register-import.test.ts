import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoImportStore } from '../../functions/adapters/import-store.ts';
import { DynamoRegisterAdministration } from '../../functions/adapters/register-administration.ts';
import { DynamoRegisterGenerations } from '../../functions/adapters/register-generations.ts';
import { parseRoutine } from '../../functions/contracts/routine.ts';
import { writeCsv } from '../../functions/domain/register-file/csv.ts';
import type { FileRegister } from '../../functions/domain/register-file/columns.ts';
import { applyImport } from '../../functions/use-cases/apply-import.ts';
import { checkImport } from '../../functions/use-cases/check-import.ts';
import { exportRegister } from '../../functions/use-cases/export-register.ts';
import { failImport } from '../../functions/use-cases/fail-import.ts';
import { listImports } from '../../functions/use-cases/list-imports.ts';
import type { ImportPorts, ImportTaskPorts } from '../../functions/use-cases/ports-import.ts';
import { previewImport } from '../../functions/use-cases/preview-import.ts';
import { putImportInForce } from '../../functions/use-cases/put-import-in-force.ts';
import { readImport } from '../../functions/use-cases/read-import.ts';
import { writeImportRows } from '../../functions/use-cases/write-import-rows.ts';
import { StepFunctions } from '../../infra/local/states/step-functions.ts';
import { startStores, type Stores } from '../functions/adapters/dynoxide.ts';
import { ekdala, monday, vaxjo } from '../functions/ekdala.ts';
import { functionArn, resolvedDefinition } from './resolved-definition.ts';

/** The synthesized machine on the embedded interpreter, its real tasks, and the real engine. */
describe('the import of a register', () => {
  let stores: Stores;
  let service: StepFunctions;
  let db: DatabaseSync;
  let machineArn: string;
  let ports: ImportPorts;
  let tasks: ImportTaskPorts;
  let names: Record<string, (task: { caseId: string; now: string }) => Promise<unknown>>;
  /** What goes wrong, by task: after so many good runs. */
  let faults: { task: string; error: string; after: number; times: number; late?: boolean }[] = [];
  const invoked: string[] = [];
  const progress: number[] = [];
  let now = Date.parse(monday);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

  beforeAll(async () => {
    stores = await startStores();
    const { documents, registers } = stores;
    await registers.write({ ...ekdala, routine: parseRoutine(JSON.parse(JSON.stringify(vaxjo))), activeRoutine: { id: vaxjo.id, version: vaxjo.version } });
    const imports = new DynamoImportStore(documents, { registers: () => 'Registers', cases: () => 'Cases' });
    ports = { registers, imports, hash, executions: { describe: async () => undefined } };
    tasks = { administration: new DynamoRegisterAdministration(documents, () => 'Registers'), generations: new DynamoRegisterGenerations(documents, () => 'Registers'), imports, hash, log: silent };
    names = {
      'check-import': (task) => checkImport(tasks, task), 'write-import-rows': (task) => writeImportRows(tasks, task), 'put-import-in-force': (task) => putImportInForce(tasks, task),
    };
  });
  afterAll(() => stores.stop());
  beforeEach(async () => {
    faults = [];
    invoked.length = 0;
    progress.length = 0;
    db = new DatabaseSync(':memory:');
    service = new StepFunctions({ db, now: () => now, region: 'eu-north-1', accountId: '000000000000', onStatusChange: () => undefined, invokeFunction: (arn, payload) => invoke(arn.replace(functionArn(''), ''), payload as { caseId: string; now: string }) });
    service.start();
    machineArn = await service.deployStateMachine({ name: 'brygga-test-register-import', definition: JSON.stringify(resolvedDefinition('register-import')), roleArn: 'arn:aws:iam::000000000000:role/machine', type: 'STANDARD' });
  });
  afterEach(async () => {
    await service.close();
    db.close();
  });

  async function invoke(task: string, payload: { caseId: string; now: string }) {
    const fault = faults.find((one) => one.task === task && one.times > 0 && one.after-- <= 0);
    const failed = (error: string) => ({ ok: false as const, errorType: error, errorMessage: 'as the test wants' });
    if (fault) fault.times -= 1;
    if (fault && !fault.late) return failed(fault.error);
    invoked.push(task);
    try {
      const answer = await names[task]?.(payload);
      progress.push((await ports.imports.find(payload.caseId))?.written ?? 0);
      return fault ? failed(fault.error) : { ok: true as const, payload: answer };
    } catch (error) {
      return failed(error instanceof Error ? error.name : 'Error');
    }
  }
  const caller = (userId = 'sixten') => ({ userId, now: new Date(now).toISOString(), correlationId: 'c' });
  let keys = 0;
  const preview = (register: FileRegister, rows: readonly (readonly string[])[] | string, key = `key-${(keys += 1)}`) => {
    const text = typeof rows === 'string' ? rows : writeCsv(rows);
    const body = { register, fileName: 'fil.csv', content: Buffer.from(text).toString('base64') };
    return previewImport(ports, { caller: caller(), idempotency: { key, bodyHash: hash(JSON.stringify(body)) }, body });
  };
  /** Lets it run as the relay does, to its end. */
  const run = async (importId: string) => {
    await applyImport(ports, { caller: caller(), importId });
    await service.handle('StartExecution', { stateMachineArn: machineArn, name: `${importId}-import-1`, input: JSON.stringify({ caseId: importId, generation: 1 }) });
    await rest();
    return readImport(ports, { caller: caller(), importId });
  };
  const rest = async () => {
    await service.idle();
    for (let due = service.nextDue(); due !== undefined; due = service.nextDue()) {
      now = Math.max(now, due);
      service.runDue();
      await service.idle();
    }
  };
  const status = async (importId: string) => {
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${importId}-import-1`;
    const described = await service.handle('DescribeExecution', { executionArn: arn }) as { status: string; input: string };
    expect(JSON.parse(described.input)).toEqual({ caseId: importId, generation: 1 });
    return described.status;
  };
  const users = async () => (await stores.registers.read()).users;
  const many = (count: number, title = 'Sjuksköterska', prefix = 'import') => [['id', 'name', 'title', 'mail', 'language', 'unitId'], ...Array.from({ length: count }, (_, index) => [`${prefix}${index}`, `Namn ${index}`, title, `${prefix}${index}@ekdala.example`, 'sv', 'rehab'])];

  it('goes on where a task was cut off, before or after it had written', async () => {
    const view = await preview('users', many(700, 'Undersköterska'));
    faults = [
      { task: 'check-import', error: 'Throttled', after: 0, times: 1 }, { task: 'write-import-rows', error: 'Conflict', after: 1, times: 1, late: true },
      { task: 'write-import-rows', error: 'Throttled', after: 1, times: 2 }, { task: 'put-import-in-force', error: 'Conflict', after: 0, times: 1, late: true },
    ];
    expect(await run(view.id)).toMatchObject({ status: 'done', counts: { added: 700 } });
    expect(await status(view.id)).toBe('SUCCEEDED');
    expect((await users()).filter(({ title }) => title === 'Undersköterska')).toHaveLength(700);
    expect((await tasks.administration.snapshot()).rows.find(({ key }) => key === 'import7')).toMatchObject({ version: 1 });
    expect(await new DynamoRegisterAdministration(stores.documents, () => 'Registers').changes('users', 'import7')).toHaveLength(1);
  }, 60_000);

  it('leaves the register as it was when it stops in the middle', async () => {
    const before = await users();
    const view = await preview('users', many(700, 'Läkare'));
    faults = [{ task: 'write-import-rows', error: 'TypeError', after: 1, times: 1, late: true }];
    expect(await run(view.id)).toMatchObject({ status: 'running' });
    expect(await status(view.id)).toBe('FAILED');
    expect(await failImport(tasks, { executionName: `${view.id}-import-1`, at: caller().now })).toBe('failed');
    expect(await failImport(tasks, { executionName: `${view.id}-import-1`, at: caller().now })).toBe('ignored');
    expect(await readImport(ports, { caller: caller(), importId: view.id })).toMatchObject({ status: 'failed' });
    expect(await users()).toEqual(before);
    expect(await new DynamoRegisterAdministration(stores.documents, () => 'Registers').changes('users', 'import7')).toHaveLength(1);
    // Nothing of it is in the way of the next one.
    const again = await preview('users', many(3, 'Läkare'));
    expect(await run(again.id)).toMatchObject({ status: 'done', counts: { changed: 3 } });
    expect((await users()).filter(({ title }) => title === 'Läkare')).toHaveLength(3);
  }, 60_000);

  it('is noticed as failed even when no notice came', async () => {
    const view = await preview('areas', [['id', 'name'], ['nytt', 'Nytt']]);
    await applyImport(ports, { caller: caller(), importId: view.id });
    const failing: ImportPorts = { ...ports, executions: { describe: async () => ({ status: 'FAILED', stateMachine: 'm', startedAt: monday, stoppedAt: monday, error: 'x', input: '{}' }) } };
    expect(await readImport(failing, { caller: caller(), importId: view.id })).toMatchObject({ status: 'failed' });
  });

  it('is given up when the register was changed after the preview, and not when another was', async () => {
    const first = await preview('areas', [['id', 'name'], ['a1', 'Ett']]);
    const second = await preview('areas', [['id', 'name'], ['a2', 'Två']]);
    const units = await preview('units', 'id;organisationId;name;language\nny-enhet;ekdala;Ny;sv');
    expect(await run(first.id)).toMatchObject({ status: 'done' });
    expect(await run(second.id)).toMatchObject({ status: 'outdated' });
    expect(await status(second.id)).toBe('SUCCEEDED');
    await stores.registers.setLanguage('frans', 'sv');
    expect(await run(units.id)).toMatchObject({ status: 'done' });
    const register = await stores.registers.read();
    expect([register.areas.some(({ id }) => id === 'a1'), register.areas.some(({ id }) => id === 'a2'), register.units.some(({ id }) => id === 'ny-enhet')]).toEqual([true, false, true]);
    expect(register.users.find(({ id }) => id === 'frans')?.language).toBe('sv');
  }, 30_000);

  it('is one preview and one execution however often it is asked for', async () => {
    const rows = [['id', 'name'], ['b1', 'Ett']];
    const [one, two] = await Promise.all([preview('areas', rows, 'same'), preview('areas', rows, 'same')]);
    expect(one.id).toBe(two.id);
    await Promise.all([applyImport(ports, { caller: caller(), importId: one.id }), applyImport(ports, { caller: caller(), importId: one.id })]);
    const pending = (await stores.outbox.pending('2030-01-01', 500)).filter(({ caseId }) => caseId === one.id);
    expect(pending.map(({ entry }) => entry)).toEqual([{ kind: 'start', executionName: `${one.id}-import-1`, caseId: one.id, generation: 1, machine: 'register-import' }]);
    expect(await applyImport(ports, { caller: caller(), importId: one.id })).toMatchObject({ status: 'running' });
  });

  it('does nothing with a file that has faults, and is nobody’s but a system administrator’s', async () => {
    const wrong = await preview('areas', [['id', 'name'], ['', 'Ett']]);
    expect(wrong).toMatchObject({ status: 'refused', faults: [{ line: 2, column: 'id', code: 'value-missing' }], changes: [] });
    expect(await applyImport(ports, { caller: caller(), importId: wrong.id })).toMatchObject({ status: 'refused', executionId: null });
    for (const userId of ['maj', 'hanna', 'siri', 'nobody']) {
      await expect(applyImport(ports, { caller: caller(userId), importId: wrong.id })).rejects.toMatchObject({ code: userId === 'nobody' ? 'unknown-user' : 'not-allowed' });
      await expect(exportRegister(ports, { caller: caller(userId), query: { register: 'users' } })).rejects.toThrow(userId === 'nobody' ? 'user' : 'Not allowed');
    }
    await expect(readImport(ports, { caller: caller(), importId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes two thousand rows in steps that are seen, and all of them count at once', async () => {
    const before = (await users()).length;
    const view = await preview('users', many(2000, 'Sjuksköterska', 'big'));
    expect(view).toMatchObject({ status: 'ready', counts: { added: 2000, changed: 0, ended: 0, untouched: before, faults: 0 }, executionId: null });
    expect(view.changes).toHaveLength(200);
    const counts: number[] = [];
    const write = names['write-import-rows'];
    names['write-import-rows'] = async (task) => {
      counts.push((await users()).length);
      return write?.(task);
    };
    const done = await run(view.id);
    if (write) names['write-import-rows'] = write;
    expect(done).toMatchObject({ status: 'done', progress: { written: before + 2000, total: before + 2000 }, executionId: `${view.id}-import-1` });
    expect(await status(view.id)).toBe('SUCCEEDED');
    expect(new Set(counts)).toEqual(new Set([before]));
    expect(invoked.filter((task) => task === 'write-import-rows').length).toBeGreaterThan(3);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(await users()).toHaveLength(before + 2000);
    // The file has gone; what came of it stays.
    expect(await ports.imports.content(view.id)).toBeUndefined();
    expect((await listImports(ports, { caller: caller() })).imports.find(({ id }) => id === view.id)).toMatchObject({ status: 'done', byName: 'Sixten Systemansvarig' });
    expect((await tasks.administration.snapshot()).rows.find(({ key }) => key === 'big7')).toMatchObject({ version: 1, changedBy: 'sixten' });
    expect(await new DynamoRegisterAdministration(stores.documents, () => 'Registers').changes('users', 'big7')).toMatchObject([{ kind: 'import', version: 1, by: 'sixten', before: null }]);
    // Again: nothing to do.
    expect(await preview('users', many(2000, 'Sjuksköterska', 'big'))).toMatchObject({ status: 'unchanged', counts: { untouched: before + 2000 } });
    expect((await exportRegister(ports, { caller: caller(), query: { register: 'users' } })).rows).toBe(before + 2000);
    const file = await exportRegister(ports, { caller: caller(), query: { register: 'units' } });
    expect(await preview('units', file.text)).toMatchObject({ status: 'unchanged' });
  }, 90_000);
});
