import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Installation } from '../e2e/installation.ts';
import { percentile } from './measure.ts';

/** Milliseconds. */
export interface Times {
  /** `npm ci` of this checkout's files, with its build; and without, the packages alone. */
  readonly install: number;
  readonly installFloor: number;
  /** From starting the process until it answers, with a data folder that exists; beside a Node that does nothing. */
  readonly start: number;
  readonly startFloor: number;
  /** `npm test`; undefined unless asked for. */
  readonly tests: number | undefined;
}

const starts = 5;

export async function times(root: string, assembly: string, withTests: boolean): Promise<Times> {
  const { install, installFloor } = installs(root);
  const at = new Installation({ assembly });
  try {
    await at.start();
    const taken: number[] = [];
    for (let turn = 0; turn < starts; turn += 1) {
      await at.kill('SIGTERM');
      taken.push(await clocked(() => at.start()));
    }
    const nothing: number[] = [];
    for (let turn = 0; turn < starts; turn += 1) nothing.push(await clocked(() => execFileSync(process.execPath, ['-e', '0'])));
    const tests = withTests ? await clocked(() => execFileSync('npm', ['test', '--silent'], { cwd: root, stdio: 'ignore' })) : undefined;
    return { install, installFloor, start: percentile(taken, 0.5), startFloor: percentile(nothing, 0.5), tests };
  } finally {
    await at.stop();
  }
}

/** In a copy of the files under version control, as they are now; what npm has cached stays cached. */
function installs(root: string): { readonly install: number; readonly installFloor: number } {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-install-'));
  try {
    const files = execFileSync('git', ['ls-files', '-z', '--cached'], { cwd: root, encoding: 'utf8' }).split('\0').filter((name) => name !== '');
    for (const file of files) cpSync(join(root, file), join(folder, file), { recursive: true });
    const run = (...words: string[]): number => {
      const began = performance.now();
      // The node beside this process's npm: the one of the system, which a first install has.
      execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...words], { cwd: folder, stdio: 'ignore', env: { ...process.env, PATH: systemPath(root) } });
      return performance.now() - began;
    };
    const installFloor = run('--ignore-scripts');
    return { installFloor, install: run() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const systemPath = (root: string): string =>
  (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.startsWith(join(root, 'node_modules')) && folder !== dirname(process.execPath)).join(':');

async function clocked(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
