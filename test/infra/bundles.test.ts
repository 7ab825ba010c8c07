import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle-functions.ts';
import { buildWhenChanged } from '../../infra/local/build-when-changed.ts';
import { entryFiles } from '../../infra/function-list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
/** As the build left them, and made once more. */
const first = join(root, '.brygga-build/functions');
const second = mkdtempSync(join(tmpdir(), 'brygga-bundles-'));
const bundle = (made: string, name: string): string => join(made, name, 'index.mjs');

beforeAll(async () => {
  buildWhenChanged(root, process.env['BRYGGA_STAGE'], () => undefined);
  await bundleFunctions(root, second);
  // Every function: on a busy machine more than a minute.
}, 300_000);
afterAll(() => rmSync(second, { recursive: true, force: true }));

describe('the bundles of the functions', () => {
  it('export a handler each, and load without any environment', () => {
    // In a process of their own, as they run: the test runner would transform them first.
    const script = `
      const names = ${JSON.stringify(entryFiles().map(({ name }) => name))};
      const without = [];
      for (const name of names) {
        const { handler } = await import('${pathToFileURL(first).href}/' + name + '/index.mjs');
        if (typeof handler !== 'function') without.push(name);
      }
      process.stdout.write(JSON.stringify(without));`;
    const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env: {} });
    expect(JSON.parse(answer)).toEqual([]);
  });
  it('are the same bytes every time', () => {
    const digest = (made: string) => entryFiles().map(({ name }) => createHash('sha256').update(readFileSync(bundle(made, name))).digest('hex'));
    expect(digest(second)).toEqual(digest(first));
  });
  it('stay small enough to start fast: at most 900 kB each', () => {
    expect(entryFiles().filter(({ name }) => readFileSync(bundle(first, name)).length > 900_000).map(({ name }) => name)).toEqual([]);
  });
  it('hold no path of the machine that built them', () => {
    expect(entryFiles().filter(({ name }) => readFileSync(bundle(first, name), 'utf8').includes(root)).map(({ name }) => name)).toEqual([]);
  });
});
