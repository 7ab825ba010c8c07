import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const ekdala = JSON.parse(readFileSync(join(root, 'workflows/demo/ekdala.json'), 'utf8'));

describe('npm run bootstrap', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bootstrap-test-'));
  const asked: { url: string | undefined; body: any }[] = [];
  let refuses = false;
  let answer = '{"written":60,"routine":{"id":"reko","version":1}}';
  /** Speaks Lambda's Invoke, as an installation on this machine does. */
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, body: JSON.parse(body) });
      response.writeHead(200, refuses ? { 'x-amz-function-error': 'Unhandled' } : {});
      response.end(refuses ? '{"errorType":"NotFound"}' : answer);
    });
  });
  let endpoint = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const bootstrap = (document: unknown, ...more: string[]): Promise<{ code: number; out: string; err: string }> => {
    const file = join(folder, 'organisation.json');
    writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'infra/bootstrap.ts'), file, ...more], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: endpoint } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
    });
  };

  it('sends a good document to the installation on this machine, with its routine', async () => {
    expect(await bootstrap(ekdala, '--routine', 'reko')).toMatchObject({ code: 0, out: '60 rows are written; the installation works by reko, version 1.\n' });
    expect(asked).toMatchObject([{ url: '/2015-03-31/functions/brygga-local-bootstrap-organisation/invocations', body: { routine: 'reko', renew: false, at: expect.any(String), organisation: { version: 1 } } }]);
    answer = '{"written":0,"routine":null}';
    expect(await bootstrap(ekdala)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nothing was written') });
    expect(await bootstrap(ekdala, '--renew')).toMatchObject({ code: 0, out: 'Nothing differs; nothing was written.\n' });
    expect(await bootstrap(ekdala, '--renew', '--routine', 'reko')).toMatchObject({ code: 1, err: expect.stringContaining('leaves the routine') });
    refuses = true;
    expect(await bootstrap(ekdala)).toMatchObject({ code: 1, err: 'The installation refused the document:\n{"errorType":"NotFound"}\n' });
  });

  it('says everything that is wrong with a document, by path, and sends nothing', async () => {
    const before = asked.length;
    const broken = structuredClone(ekdala);
    broken.units[1].organisationId = 'nowhere';
    broken.roles[0].userId = 'ghost';
    broken.roles = broken.roles.filter(({ role }: { role: string }) => role !== 'systemAdministrator');
    const { code, err } = await bootstrap(broken);
    expect(code).toBe(1);
    expect(err).toContain('has 3 faults; nothing was sent:\n  /units/1/organisationId: No organisation has this id.\n  /roles/0/userId: No user has this id.\n  /roles: There is a day on which nobody is systemAdministrator.\n');
    const shapeless = await bootstrap({ ...ekdala, organisations: [{ ...ekdala.organisations[0], type: 'planet', colour: 'red' }], users: [{ ...ekdala.users[0], mail: 'x', name: 7, title: undefined }] });
    for (const line of [/\/organisations\/0\/type: It should be "municipality", .* or "\w+"\./, /\/organisations\/0\/colour: There is no such field\./, /\/users\/0\/mail: It should be a mail address\./, /\/users\/0\/name: It should be text\./, /\/users\/0\/title: It is missing\./]) expect(shapeless.err).toMatch(line);
    expect((await bootstrap([])).err).toContain('/: It should be an object.');
    expect((await bootstrap(ekdala, '--nope')).err).toBe("Unknown option '--nope': npm run bootstrap -- FILE [--routine NAME] [--renew]\n");
    expect((await bootstrap('{')).err).toContain('cannot be read');
    expect((await bootstrap(ekdala, '--routine', 'elsewhere')).err).toContain('--routine must be one of');
    expect(asked).toHaveLength(before);
  });
});
