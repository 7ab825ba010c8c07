import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { weighSite } from './byte-budget.ts';

const folder = mkdtempSync(join(tmpdir(), 'brygga-site-'));
beforeAll(async () => {
  // Built as it is put out: where tests run, the compiler would write every element as for debugging.
  vi.stubEnv('NODE_ENV', 'production');
  const root = join(import.meta.dirname, '../../web');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps the first view and every lazy route within their bytes', () => {
  const weighed = weighSite(folder);
  expect(weighed.length).toBeGreaterThan(5);
  expect(weighed.filter(({ bytes, most }) => bytes > most)).toEqual([]);
});

it('has nothing inline and nothing from elsewhere, as the policy of the edge demands', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|https?:\/\//);
});
