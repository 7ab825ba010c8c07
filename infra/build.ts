import { mkdir, writeFile } from 'node:fs/promises';
import { execPath } from 'node:process';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { layOut } from '../workflows/layout.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { outgoingDeviationDefinition } from './machine-definition.ts';

/**
 * Everything that is deployed, from sources: bundles of the functions, the pages, the templates.
 * `node infra/build.ts`; the embedded runtime and `npm run deploy` start from its result.
 */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const target = `${root}/.brygga-build`;

const missing = await bundleFunctions(root, `${target}/functions`);
if (missing.length > 0) process.stderr.write(`Without an entry file, and so answering with an error only: ${missing.join(', ')}\n`);
await mkdir(`${root}/web/src/generated`, { recursive: true });
await writeFile(`${root}/web/src/generated/outgoing-deviation.json`, `${JSON.stringify(layOut(outgoingDeviationDefinition()), undefined, 2)}\n`);
if (!run([`${root}/node_modules/vite/bin/vite.js`, 'build', 'web', '--config', 'web/vite.config.ts', '--logLevel', 'error'])) {
  process.stderr.write('The pages do not build: the site is empty\n');
  await mkdir(`${target}/site`, { recursive: true });
  await writeFile(`${target}/site/index.html`, '<!doctype html><title>Brygga</title>');
}
if (!run([`${root}/infra/app.ts`])) {
  process.stderr.write('The templates can not be synthesized\n');
  process.exitCode = 1;
}

function run(parameters: readonly string[]): boolean {
  return spawnSync(execPath, [...parameters], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
