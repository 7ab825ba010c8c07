import { describe, expect, test } from 'vitest';
import { mailMark } from '../../functions/mail/mail-mark.ts';
import { violations, type Account } from './account.ts';

const mail = (mailId: string) => ({ id: `ses-${mailId}`, at: '', to: [], from: '', subject: '', text: '', html: '', headers: { 'X-Brygga-Mail': mailMark(mailId) } });
const row = { caseId: 'c1', mailId: 'c1.receipt.siri.v1', mail: 'receipt', status: 'sent', attempts: 1, reason: null };
const execution = (name: string, status: 'RUNNING' | 'SUCCEEDED' = 'RUNNING') => ({ executionArn: name, stateMachineArn: 'm', name, status, startDate: new Date(0) });
const sound: Account = {
  cases: [{ id: 'c1', number: 'A', status: 'sent', generation: 2, stopped: false, whatHappened: 'x' }, { id: 'c2', number: 'B', status: 'closed', generation: 1, stopped: false, whatHappened: 'y' }],
  pending: [],
  waits: new Map([['c1', { generation: 2, alive: true }]]),
  ledger: [row],
  executions: [execution('c1-1', 'SUCCEEDED'), execution('c1-2'), execution('c2-1', 'SUCCEEDED')],
  mails: [mail(row.mailId)],
};

describe('the count after a crash', () => {
  test('finds nothing wrong with what is right', () => {
    expect(violations(sound)).toEqual([]);
  });

  test.each<[string, Partial<Account>, RegExp]>([
    ['no execution', { executions: [] }, /case A \(sent\) has the running executions \[\]/],
    ['an execution of an old generation', { executions: [execution('c1-1')] }, /\[c1-1\], not \[c1-2\]/],
    ['two executions', { executions: [execution('c1-1'), execution('c1-2')] }, /\[c1-1, c1-2\]/],
    ['an execution of a closed case', { executions: [execution('c1-2'), execution('c2-1')] }, /case B/],
    ['no wait', { waits: new Map() }, /does not wait/],
    ['a wait with a dead token', { waits: new Map([['c1', { generation: 2, alive: false }]]) }, /does not wait/],
    ['a row nobody delivers', { pending: [{ pk: 'CASE#c1', sk: 'OUTBOX#1' }] }, /is not delivered/],
    ['a mail sent twice', { mails: [mail(row.mailId), mail(row.mailId)] }, /was sent 2 times/],
    ['a mail repeated more often than begun', { mails: Array.from({ length: 3 }, () => mail(row.mailId)), ledger: [{ ...row, attempts: 2, reason: 'repeated' }] }, /was sent 3 times/],
    ['a mail that never went out', { mails: [] }, /in no mailbox/],
    ['a mail left in the middle', { ledger: [{ ...row, status: 'sending' }] }, /left as sending/],
    ['a mail nobody wrote down', { ledger: [] }, /in no ledger/],
  ])('finds %s', (_, wrong, expected) => {
    expect(violations({ ...sound, ...wrong })).toEqual([expect.stringMatching(expected)]);
  });
});
