import { expect, it } from 'vitest';
import { createLog } from '../../../functions/adapters/log.ts';
import { errorFields } from '../../../functions/use-cases/ports-log.ts';

it('writes a line of JSON from the catalogue, and leaves out what is not in it', () => {
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line));
  log.info('mail-sent', { caseId: 'case1', ...({ to: 'anna@ekdala.example', name: 'Anna' } as object) });
  log.error('Anna Plantersson' as never);
  expect(lines).toEqual(['{"level":"INFO","message":"mail-sent","caseId":"case1"}\n', '{"level":"ERROR","message":"unknown"}\n']);
});
it('knows an error by its name and its frames, never by its message', () => {
  const fields = errorFields(new TypeError('Anna Plantersson\nat home'));
  expect(fields).toMatchObject({ errorName: 'TypeError' });
  expect(JSON.stringify(fields)).not.toContain('Anna');
  expect(errorFields('text')).toEqual({ errorName: 'string' });
});
