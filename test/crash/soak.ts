import { parseArgs } from 'node:util';
import { crashRun } from './crash-run.ts';
import { seedFrom } from './seeded.ts';

/** `npm run soak`: the long form of the crash test, for a bounded time, on the loopback interface only. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, clients: { type: 'string', default: '4' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0 && minutes <= 240)) throw new Error('--minutes is a number up to 240');
const end = Date.now() + minutes * 60_000;
const first = seedFrom(process.env['SEED'], Date.now() % 1_000_000);
let failed = 0;
for (let seed = first; Date.now() < end; seed += 1) {
  console.log(`SEED=${seed}`);
  const report = await crashRun({ seed, clients: Number(values.clients), kills: 25, until: end, say: console.log }).catch((error: unknown) => ({ violations: [error instanceof Error ? error.message : String(error)] }));
  console.log(JSON.stringify(report, undefined, 2));
  if (report.violations.length > 0) failed += 1;
  if (process.env['SEED'] !== undefined) break;
}
console.log(failed === 0 ? 'Nothing was lost, nothing came twice.' : `${failed} runs failed; SEED=… repeats one.`);
process.exit(failed === 0 ? 0 : 1);
