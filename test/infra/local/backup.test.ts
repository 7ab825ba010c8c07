import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpInstallation } from '../../../infra/local/backup-installation.ts';
import { restoreInstallation } from '../../../infra/local/restore-installation.ts';
import { startRuntime, type Runtime } from '../../../infra/local/runtime.ts';
import { awsRequest, FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let runtime: Runtime | undefined;
let file: string;
let kept: string;
beforeEach(() => {
  app = new FixtureApp().table('cases').write();
  kept = mkdtempSync(join(tmpdir(), 'brygga-backup-'));
  file = join(kept, 'brygga.backup');
});
afterEach(async () => {
  await runtime?.stop();
  runtime = undefined;
  app.remove();
  rmSync(kept, { recursive: true, force: true });
});

async function start(): Promise<void> {
  runtime = await startRuntime(app.options());
}
async function stop(): Promise<void> {
  await runtime?.stop();
  runtime = undefined;
}
async function put(key: string): Promise<boolean> {
  return (await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.PutItem', { TableName: 'cases', Item: { pk: { S: key } } })).status === 200;
}
async function keys(): Promise<string[]> {
  const { body } = await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.Scan', { TableName: 'cases' });
  return (body as { Items: { pk: { S: string } }[] }).Items.map(({ pk }) => pk.S).toSorted();
}
const leftovers = (): string[] => [...readdirSync(kept), ...readdirSync(app.folder)].filter((name) => /\.(?:part|copies|restoring)/.test(name));

describe('a backup', () => {
  test('of a running installation brings tables and clock back, and keeps aside what was there', async () => {
    await start();
    await put('before');
    await runtime?.advance({ advance: 'P7D' });
    await backUpInstallation(app.data, file);
    await put('after');
    await stop();

    const { keptAside } = restoreInstallation(file, app.data);
    expect(existsSync(join(keptAside ?? '', 'dynamodb.sqlite'))).toBe(true);
    await start();
    expect(await keys()).toEqual(['before']);
    expect((runtime?.now() ?? 0) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(leftovers()).toEqual([]);
  });

  test('of a stopped installation, restored where nothing was', async () => {
    await start();
    await put('one');
    await stop();
    await backUpInstallation(app.data, file);
    rmSync(app.data, { recursive: true });
    expect(restoreInstallation(file, app.data)).toMatchObject({ keptAside: undefined });
    await start();
    expect(await keys()).toEqual(['one']);
  });

  test('taken while others write holds what was acknowledged before it, and hinders nobody', async () => {
    await start();
    const acknowledged: string[] = [];
    const load = { going: true };
    const writer = async (name: string): Promise<void> => {
      for (let number = 0; load.going; number += 1) if (await put(`${name}-${number}`)) acknowledged.push(`${name}-${number}`);
    };
    const writers = [writer('a'), writer('b')];
    while (acknowledged.length < 20) await put('ticks');
    const before = [...acknowledged];
    await backUpInstallation(app.data, file);
    const during = acknowledged.length;
    while (acknowledged.length <= during) await put('ticks');
    load.going = false;
    await Promise.all(writers);
    await stop();
    restoreInstallation(file, app.data);
    await start();
    expect(await keys()).toEqual(expect.arrayContaining(before));
  });

  test('is for its owner’s eyes alone, and never replaces a file', async () => {
    await start();
    await backUpInstallation(app.data, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(backUpInstallation(app.data, file)).rejects.toMatchObject({ code: 'bad-option' });
    expect(leftovers()).toEqual([]);
  });

  test('of nothing is refused', async () => {
    await expect(backUpInstallation(join(app.folder, 'nowhere'), file)).rejects.toMatchObject({ code: 'bad-option', message: expect.stringContaining('There is no Brygga') });
    await start();
    await stop();
    rmSync(join(app.data, 'dynamodb.sqlite'));
    await expect(backUpInstallation(app.data, file)).rejects.toMatchObject({ code: 'bad-option', message: expect.stringContaining('DYNAMODB_ENDPOINT') });
  });
});

describe('a restore', () => {
  test('over a running installation is refused', async () => {
    await start();
    await put('kept');
    await backUpInstallation(app.data, file);
    expect(() => restoreInstallation(file, app.data)).toThrow(expect.objectContaining({ code: 'data-locked' }));
    expect(await keys()).toEqual(['kept']);
    expect(leftovers()).toEqual([]);
  });

  const damages: [string, () => void][] = [
    ['that is cut short', () => writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)))],
    ['that is something else', () => writeFileSync(file, 'no backup at all')],
    ['with another store’s bytes', () => change("UPDATE chunk SET content = (SELECT content FROM chunk WHERE name = 'dynamodb.sqlite' AND place = 0) WHERE name = 'state.sqlite' AND place = 0")],
    ['without a store', () => change("DELETE FROM store WHERE name = 'state.sqlite'")],
    ['of a later layout', () => change('UPDATE brygga_backup SET layout = 2')],
  ];
  function change(statement: string): void {
    const db = new DatabaseSync(file);
    db.exec(statement);
    db.close();
  }

  test.each(damages)('of a file %s changes nothing', async (_, damage) => {
    await start();
    await put('kept');
    await backUpInstallation(app.data, file);
    await stop();
    damage();
    expect(() => restoreInstallation(file, app.data)).toThrow(expect.objectContaining({ code: 'store-broken', message: expect.stringContaining('Nothing was changed') }));
    expect(leftovers()).toEqual([]);
    await start();
    expect(await keys()).toEqual(['kept']);
  });

  test('of no file is refused', () => {
    expect(() => restoreInstallation(file, app.data)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });
});

describe('the commands', () => {
  const run = (program: string, ...parameters: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../../infra/local', program), ...parameters], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };

  test('say what they have done', async () => {
    await start();
    await put('one');
    expect(run('backup.ts', file, '--data', app.data)).toEqual({ status: 0, said: expect.stringContaining(file) });
    expect(run('restore.ts', file, '--data', app.data)).toEqual({ status: 4, said: expect.stringContaining('in use by another Brygga') });
    await stop();
    expect(run('restore.ts', file, '--data', app.data)).toEqual({ status: 0, said: expect.stringContaining(`${app.data}.before-`) });
    await start();
    expect(await keys()).toEqual(['one']);
  });

  test.each([['backup.ts', '--bogus'], ['backup.ts', 'one', 'two'], ['restore.ts'], ['restore.ts', '--bogus']])('%s %s: a wrong option', (program, ...parameters) => {
    expect(run(program, ...parameters)).toEqual({ status: 2, said: expect.stringContaining('--help') });
  });
});
