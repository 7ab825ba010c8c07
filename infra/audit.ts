import { spawnSync } from 'node:child_process';

/** `npm audit`, where the registry offers it: a registry without the endpoint is said, not hidden, and does not fail the build. */
const audit = spawnSync('npm', ['audit', '--json', '--audit=true'], { encoding: 'utf8', shell: process.platform === 'win32' });
let answer: unknown;
try {
  answer = JSON.parse(audit.stdout);
} catch {
  answer = undefined;
}
if (answer !== null && typeof answer === 'object' && 'metadata' in answer) {
  if (audit.status !== 0) process.stdout.write(audit.stdout);
  console.log(audit.status === 0 ? 'audit clean' : 'audit found vulnerabilities');
  process.exitCode = audit.status ?? 1;
} else {
  console.log('audit unavailable: the registry has no audit endpoint');
}
