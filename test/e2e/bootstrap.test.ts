import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from './installation.ts';

const root = join(import.meta.dirname, '..', '..');

/** The command that a deployment is begun and mended with, against the whole product. */
describe('npm run bootstrap against an installation', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
  });
  afterAll(() => at.stop());
  const bootstrap = (document: unknown, ...more: string[]): Promise<{ code: number; out: string; err: string }> => {
    const file = join(at.folder, 'organisation.json');
    writeFileSync(file, JSON.stringify(document));
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'infra/bootstrap.ts'), file, ...more], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: at.awsEndpoint } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
    });
  };

  it('leaves what is begun as it is, and brings in an administrator who can sign in when asked to renew', async () => {
    const document = JSON.parse(readFileSync(join(root, 'workflows/demo/ekdala.json'), 'utf8'));
    expect(await bootstrap(document)).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written') });
    expect(await bootstrap(document, '--renew')).toMatchObject({ code: 0, out: 'Nothing differs; nothing was written.\n' });
    document.users = document.users.map((user: { id: string }) => (user.id === 'hanna' ? { ...user, title: 'Ny systemadministratör' } : user));
    document.roles.push({ role: 'systemAdministrator', userId: 'hanna', unitId: 'vardadministration', from: '2026-11-01' });
    expect((await at.as('hanna', 'list-register', { body: { register: 'users' } })).status).toBe(403);
    expect(await bootstrap(document, '--renew')).toMatchObject({ code: 0, out: expect.stringContaining('2 rows are written') });
    expect(await bootstrap(document, '--renew')).toMatchObject({ code: 0, out: 'Nothing differs; nothing was written.\n' });
    const { row, changes } = (await at.as('hanna', 'read-register-row', { body: { register: 'users', key: 'hanna' } })).body;
    expect([row.entry.value.title, row.version, changes.length]).toEqual(['Ny systemadministratör', 2, 1]);
    // The role moves to another beginning: one period, not two.
    document.roles.at(-1).from = '2026-11-10';
    expect((await bootstrap(document, '--renew')).code).toBe(0);
    const roles = (await at.as('hanna', 'list-register', { body: { register: 'roles', belongsTo: 'hanna', show: 'all' } })).body.rows;
    expect(roles.flatMap(({ entry: { value } }: any) => (value.role === 'systemAdministrator' ? [[value.from, value.to]] : [])).toSorted()).toEqual([['2026-11-01', '2026-11-09'], ['2026-11-10', undefined]]);
  });
});
