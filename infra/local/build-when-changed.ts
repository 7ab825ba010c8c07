import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from './start-failure.ts';

/** What the templates, bundles and pages are made of, from the root of the checkout. */
const inputs = ['infra', 'functions', 'workflows', 'web', 'cdk.json', 'package-lock.json', 'tsconfig.json'];
/** Folders inside them that the build writes, or that it does not read. */
const notInputs = new Set(['infra/local', 'web/src/generated', 'web/dist', 'web/node_modules']);
/** Another start may be building; a build takes seconds. */
const patienceMilliseconds = 120_000;

/**
 * Builds functions, pages and templates (`infra/build.ts`) when something that they are made of has changed.
 * Unchecked: the same files in a quarter of the time; `npm run build` and the tests check the security rules.
 *
 * @returns the folder of the synthesized app
 * @throws StartFailure `build-failed`
 */
export function buildWhenChanged(root: string, stage: string | undefined, say: (text: string) => void): string {
  const assembly = join(root, 'cdk.out');
  const folder = join(root, '.brygga-build');
  mkdirSync(folder, { recursive: true });
  const turn = new DatabaseSync(join(folder, 'turn.sqlite'), { timeout: patienceMilliseconds });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    const mark = join(folder, 'inputs.sha256');
    const fingerprint = fingerprintOf(root, stage);
    const built = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
    if (built === `${fingerprint} ${resultOf(assembly)}`) return assembly;
    say('Building functions, pages and templates …');
    rmSync(mark, { force: true });
    rmSync(join(folder, 'compiled'), { recursive: true, force: true });
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'infra', 'build.ts'), '--unchecked'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    if (status !== 0) throw new StartFailure('build-failed', `The build failed (node infra/build.ts --unchecked):\n${stdout.toString()}${stderr.toString()}`.trimEnd());
    writeFileSync(mark, `${fingerprint} ${resultOf(assembly)}`);
    return assembly;
  } finally {
    turn.close();
  }
}

function fingerprintOf(root: string, stage: string | undefined): string {
  const hash = createHash('sha256').update(`stage ${stage ?? ''}\n`);
  for (const input of inputs) {
    for (const file of filesUnder(root, join(root, input))) hash.update(`${relative(root, file)}\n`).update(readFileSync(file)).update('\n');
  }
  return hash.digest('hex');
}

/** Somebody may have synthesized another stage into the same folder since. */
function resultOf(assembly: string): string {
  const hash = createHash('sha256');
  if (!existsSync(join(assembly, 'manifest.json'))) return 'none';
  for (const name of readdirSync(assembly).toSorted()) {
    if (name === 'manifest.json' || name.endsWith('.template.json') || name.endsWith('.assets.json')) hash.update(`${name}\n`).update(readFileSync(join(assembly, name)));
  }
  return hash.digest('hex');
}

function filesUnder(root: string, path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const entryPath = join(path, entry.name);
      if (entry.isDirectory()) return notInputs.has(relative(root, entryPath)) ? [] : filesUnder(root, entryPath);
      return entry.isFile() ? [entryPath] : [];
    });
}
