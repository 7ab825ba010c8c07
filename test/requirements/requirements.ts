import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clauses, type Clause } from './clauses.ts';

/**
 * `npm run requirements`: every clause of the domain with the state of its tests. The tests stand beside this file, run
 * against the whole product, and begin with the number of their clause. Ends with 1 while a clause is missing, a
 * test fails, or a test names no clause.
 */
type State = 'passing' | 'failing' | 'missing';

const here = import.meta.dirname;

/** Title → whether it passed. */
function runTests(): readonly { readonly title: string; readonly passed: boolean; readonly why: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-requirements-'));
  const outputFile = join(folder, 'results.json');
  try {
    const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
    const ran = spawnSync(process.execPath, [vitest, 'run', '--config', join(here, 'vitest.config.ts'), '--reporter=json', `--outputFile=${outputFile}`, ...process.argv.slice(2)], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    const results: unknown = JSON.parse(readOr(outputFile, ran.stderr));
    return listAt(results, 'testResults').flatMap((file) => [
      ...listAt(file, 'assertionResults').map((test) => ({ title: textAt(test, 'title'), passed: textAt(test, 'status') === 'passed', why: String(listAt(test, 'failureMessages')[0] ?? textAt(test, 'status')).split('\n')[0] ?? '' })),
      // A file that did not load has no tests at all.
      ...(textAt(file, 'message') === '' ? [] : [{ title: textAt(file, 'name'), passed: false, why: textAt(file, 'message').split('\n')[0] ?? '' }]),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`The tests did not run:\n${otherwise}`);
  }
}

const at = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found = at(value, name);
  return Array.isArray(found) ? found : [];
};
const textAt = (value: unknown, name: string): string => {
  const found = at(value, name);
  return typeof found === 'string' ? found : '';
};

const tests = runTests();
const numberOf = (title: string): string => /^[VRHGNL]\d+[a-z]?(?=[ :])/.exec(title)?.[0] ?? '';
const stateOf = ({ id }: Clause): State => {
  const own = tests.filter(({ title }) => numberOf(title) === id);
  if (own.length === 0) return 'missing';
  return own.every(({ passed }) => passed) ? 'passing' : 'failing';
};

const rows = clauses.map((clause) => ({ clause, state: stateOf(clause) }));
for (const { clause: { id, text }, state } of rows) process.stdout.write(`${id.padEnd(6)}${state.padEnd(9)}${text}\n`);
const nameless = tests.filter(({ title }) => !clauses.some(({ id }) => id === numberOf(title)));
for (const { title, why } of nameless) process.stdout.write(`No clause has the number of the test "${title}" (${why})\n`);
for (const { title, passed, why } of tests) if (!passed) process.stdout.write(`Fails: ${title}\n  ${why}\n`);

const of = (state: State): number => rows.filter((row) => row.state === state).length;
process.stdout.write(`\n${of('passing')} passing, ${of('missing')} missing, ${of('failing')} failing.\n`);
process.exitCode = rows.every(({ state }) => state === 'passing') && nameless.length === 0 ? 0 : 1;
