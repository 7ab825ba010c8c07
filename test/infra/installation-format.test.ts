import { expect, it } from 'vitest';
import { writtenUnasked } from '../../infra/installation-format.ts';

it.each([
  ['Cases', 'SWEEP', 'PROGRESS', true], ['Cases', 'CHAINHEADS', 'LAST', true], ['Cases', 'SPOTCHECK', 'PROGRESS', true], ['Cases', 'RATE#code#1', 'COUNT', true],
  ['Cases', 'CASE#a', 'CASE', false], ['Cases', 'CASE#a', 'OUTBOX#1', false], ['Cases', 'CHAINHEAD#3', 'a', false], ['Cases', 'DESCRIPTION#a', 'DESCRIPTION', false],
  ['Registers', 'SWEEP', 'PROGRESS', false], ['AccessLog', 'CHAINHEADS', 'LAST', false],
] as const)('an installation into which an export is read back may hold %s %s / %s: %s', (table, pk, sk, may) => {
  expect(writtenUnasked(table, { pk: { S: pk }, sk: { S: sk } })).toBe(may);
});
