import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildWhenChanged } from '../../../infra/local/build-when-changed.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'brygga-build-'));
  for (const folder of ['infra/local', 'functions/api', 'web/src/generated']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'infra/build.ts'), `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('cdk.out', { recursive: true });
writeFileSync('cdk.out/manifest.json', '{}');
writeFileSync('web/src/generated/layout.json', String(Math.random()));
appendFileSync('builds', 'x');
`);
});
afterEach(() => rmSync(root, { recursive: true }));

const build = (stage?: string): string => buildWhenChanged(root, stage, () => undefined);
const builds = (): number => readFileSync(join(root, 'builds'), 'utf8').length;

test('builds at first, then only when something that the templates are made of has changed', () => {
  expect(build()).toBe(join(root, 'cdk.out'));
  build();
  writeFileSync(join(root, 'infra/local/start.ts'), 'the runtime itself is no input');
  build();
  expect(builds()).toBe(1);

  writeFileSync(join(root, 'functions/api/read-case.ts'), 'export {};');
  build();
  build();
  expect(builds()).toBe(2);

  rmSync(join(root, 'functions/api/read-case.ts'));
  build();
  expect(builds()).toBe(3);

  build('other');
  expect(builds()).toBe(4);
});

test('builds again when somebody has synthesized something else into the folder', () => {
  build();
  writeFileSync(join(root, 'cdk.out/manifest.json'), '{"another":"stage"}');
  build();
  expect(builds()).toBe(2);
});

test('says what a failing build says, and tries again the next time', () => {
  const good = readFileSync(join(root, 'infra/build.ts'), 'utf8');
  writeFileSync(join(root, 'infra/build.ts'), 'throw new Error("no such construct");');
  expect(build).toThrow(expect.objectContaining({ code: 'build-failed', message: expect.stringContaining('no such construct') }));
  writeFileSync(join(root, 'infra/build.ts'), good);
  build();
  expect(builds()).toBe(1);
});
