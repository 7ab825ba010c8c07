import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { execPath } from 'node:process';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from './bundle-functions.ts';

/**
 * Everything that is deployed, from sources: bundles of the functions, the pages, the templates.
 * `node infra/build.ts`; the embedded runtime and `npm run deploy` start from its result.
 */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const target = `${root}/.brygga-build`;

const missing = await bundleFunctions(root, `${target}/functions`);
if (missing.length > 0) process.stderr.write(`Without an entry file, and so answering with an error only: ${missing.join(', ')}\n`);
if (existsSync(`${root}/web/src/main.tsx`)) {
  run('web', [`${root}/node_modules/vite/bin/vite.js`, 'build', 'web', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
} else {
  process.stderr.write('There is no web/src/main.tsx: the site is empty\n');
  await mkdir(`${target}/site`, { recursive: true });
  await writeFile(`${target}/site/index.html`, '<!doctype html><title>Brygga</title>');
}
run('templates', [`${root}/infra/app.ts`]);

function run(what: string, parameters: readonly string[]): void {
  const { status } = spawnSync(execPath, [...parameters], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stderr.write(`Building ${what} failed\n`);
    process.exit(status ?? 1);
  }
}
