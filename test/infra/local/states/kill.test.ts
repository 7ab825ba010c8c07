import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok, pass, Rig, single, task } from './rig.ts';

let rig: Rig;
beforeEach(() => { rig = new Rig(); });
afterEach(() => rig.dispose());

const MACHINE = {
  QueryLanguage: 'JSONata', StartAt: 'P', States: {
    P: { Type: 'Parallel', Next: 'Z', Branches: [single(task({ Arguments: { FunctionName: 'a', Payload: '{% $states.input.number %}' }, Output: '{% $states.result.Payload %}' }), 'T'), single({ Type: 'Pass' }, 'A')] },
    Z: pass({ Output: '{% $states.input[0] %}' }),
  },
};

/** Runs the victim until it has acknowledged `count` starts, then kill −9. Resolves to the acknowledged names. */
function killAfter(count: number): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('victim.ts', import.meta.url)), join(rig.folder, 'runtime.sqlite'), JSON.stringify(MACHINE)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const names: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    names.push(line);
    if (names.length === count) {
      child.kill('SIGKILL');
    }
  });
  return new Promise((resolve) => { child.on('close', () => { resolve(names); }); });
}

it('kill −9 loses nothing that was acknowledged', { timeout: 30_000 }, async () => {
  await rig.service.close();
  rig.db.close();
  const names = [...await killAfter(1), ...await killAfter(40), ...await killAfter(17)];
  rig.handler = (payload) => ok(payload);
  rig.open();
  await rig.service.idle();
  expect(names.length).toBeGreaterThanOrEqual(58);
  for (const name of names) {
    const executionArn = `arn:aws:states:eu-north-1:000000000000:execution:machine:${name}`;
    expect(await rig.output(executionArn)).toBe(Number(name.split('-')[1]));
    const events = await rig.history(executionArn);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'TaskScheduled')).toHaveLength(1);
    expect(events).toHaveLength(15);
  }
});
