import { describe, expect, it } from 'vitest';
import { noticeEntry, packedOutbox, startEntry, type OutboxEntry } from '../../../functions/domain/outbox.ts';

const notices = (count: number): OutboxEntry[] => Array.from({ length: count }, (_, index) => noticeEntry({ caseId: 'm1', mail: 'meetingInvitation', userId: `u${index}`, occasion: 'i1', path: '/collaboration/meetings/m1' }));
const lettersIn = (rows: readonly OutboxEntry[]): readonly string[] => rows.flatMap((row) => (row.kind === 'letters' ? row.letters.map(({ mailId }) => mailId) : row.kind === 'notice' ? [row.mailId] : []));

describe('rows of the outbox', () => {
  it.each([[0, 0], [20, 20], [21, 1], [50, 2], [800, 32]])('%i mails lie in %i rows, in their order', (count, rows) => {
    const packed = packedOutbox(notices(count));
    expect(packed).toHaveLength(rows);
    expect(lettersIn(packed)).toEqual(lettersIn(notices(count)));
  });
  it('leaves what is no mail in a row of its own', () => {
    const start = startEntry('m1', 1);
    expect(packedOutbox([...notices(30), start]).map(({ kind }) => kind)).toEqual(['start', 'letters', 'letters']);
  });
});
