import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { argv, env, execPath, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from './bundle-functions.ts';
import { readSettings } from './settings.ts';

/**
 * Everything that is deployed, from sources: bundles of the functions, the pages, the templates.
 *
 *     node infra/build.ts               all, with every check of the templates
 *     node infra/build.ts --unchecked   the same files; leaves the checks to `npm run synth` and the tests
 *
 * The same sources give the same bytes. Exit code 1 and a line on standard error when a part fails.
 */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const target = `${root}/.brygga-build`;
const unchecked = argv.includes('--unchecked');

const functions = bundleFunctions(root, `${target}/functions`);
// Handled when it is awaited below; until then it must not end the process.
functions.catch(() => undefined);
const { machineDefinition } = await import('./machine-definition.ts');
const { machines } = await import('../functions/domain/vocabulary.ts');
const { layOut } = await import('../workflows/layout.ts');
for (const machine of machines) await writeWhereChanged(`${root}/web/src/generated`, `${machine}.json`, `${JSON.stringify(layOut(machineDefinition(machine)), undefined, 2)}\n`);
const pages = buildPages();

await functions.catch(() => fail('The functions do not build'));
if (!(await pages)) fail('The pages do not build');

const { cloudApp } = await import('./cloud-app.ts');
const outdir = env['CDK_OUTDIR'] ?? `${root}/cdk.out`;
const app = cloudApp({ settings: readSettings(env), outdir, build: target, checked: !unchecked });
app.synth();
await removeStaleAssets(outdir);
// A failed check is reported by the CDK through this code.
exit(process.exitCode ?? 0);

async function buildPages(): Promise<boolean> {
  const vite = spawn(execPath, [`${root}/node_modules/vite/bin/vite.js`, 'build', 'web', '--config', 'web/vite.config.ts', '--logLevel', 'error'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(vite, 'exit');
  return code === 0;
}

function fail(message: string): never {
  stderr.write(`${message}\n`);
  exit(1);
}

/** Only what no template names any more: a runtime may be serving the others. */
async function removeStaleAssets(folder: string): Promise<void> {
  const names = await readdir(folder);
  const manifests = await Promise.all(names.filter((name) => name.endsWith('.assets.json')).map((name) => readFile(`${folder}/${name}`, 'utf8')));
  const stale = names.filter((name) => name.startsWith('asset.') && !manifests.some((text) => text.includes(name)));
  await Promise.all(stale.map((name) => rm(`${folder}/${name}`, { recursive: true })));
}

/** An untouched file keeps its time, so that nothing is built again because of it. */
async function writeWhereChanged(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const present = await readFile(`${folder}/${name}`, 'utf8').catch(() => undefined);
  if (present !== text) await writeFile(`${folder}/${name}`, text);
}
