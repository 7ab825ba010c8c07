import { DatabaseSync } from 'node:sqlite';
import { StepFunctions } from '../../../../infra/local/states/step-functions.ts';

/**
 * A process to be killed: starts executions for ever and says which were acknowledged.
 * Arguments: the database file, the machine's definition.
 */
const [file = '', definition = ''] = process.argv.slice(2);
const db = new DatabaseSync(file);
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
const service = new StepFunctions({
  db, now: () => Date.now(), region: 'eu-north-1', accountId: '000000000000',
  invokeFunction: async (_, payload) => ({ ok: true, payload }),
  onStatusChange: () => undefined,
});
service.start();
const stateMachineArn = await service.deployStateMachine({ name: 'machine', definition, roleArn: 'role', type: 'STANDARD' });
for (let number = 0; ; number += 1) {
  const name = `${String(process.pid)}-${String(number)}`;
  await service.handle('StartExecution', { stateMachineArn, name, input: JSON.stringify({ number }) });
  process.stdout.write(`${name}\n`);
  await new Promise(setImmediate);
}
