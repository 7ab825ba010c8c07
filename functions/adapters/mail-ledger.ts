import * as z from 'zod/mini';
import { mailKinds } from '../domain/vocabulary.ts';
import type { LedgerEntry, MailLedger } from '../use-cases/ports-relay.ts';
import { getRow, putNewRows, putRow, replaceRow } from './row-access.ts';
import { inPendingIndex } from './pending-index.ts';
import { linkRow } from './link-store.ts';

const entry = z.object({
  caseId: z.string(), mailId: z.string(), mail: z.enum(mailKinds), status: z.enum(['sending', 'retry', 'sent', 'dropped', 'undeliverable']),
  attempts: z.number(), startedAt: z.string(), by: z.enum(['stream', 'sweep']), seenAt: z._default(z.nullable(z.string()), null), secret: z.nullable(z.string()), reason: z.nullable(z.string()), messageId: z.nullable(z.string()),
});
const rowOf = (of: LedgerEntry) => ({ pk: `CASE#${of.caseId}`, sk: `MAIL#${of.mailId}`, ...of, ...pendingOf(of) });
/** What waits for its end, or will never go out, is found without looking through the ledger. */
const pendingOf = ({ status, startedAt, caseId }: LedgerEntry) => {
  if (status === 'sending') return inPendingIndex('sending', startedAt, caseId);
  return status === 'undeliverable' ? inPendingIndex('failed', startedAt, caseId) : {};
};

export const mailLedger: MailLedger = {
  async find(caseId, mailId) {
    const row = await getRow({ pk: `CASE#${caseId}`, sk: `MAIL#${mailId}` });
    return row && entry.parse(row);
  },
  async begin(of, link) {
    return (await putNewRows([rowOf(of), ...(link ? [linkRow(link)] : [])])) ? 'begun' : 'exists';
  },
  async replace(previous, next) {
    const replaced = await replaceRow(rowOf(next), '#status = :status AND attempts = :attempts', { ':status': previous.status, ':attempts': previous.attempts }, { '#status': 'status' });
    return replaced ? 'replaced' : 'moved-on';
  },
  endedRow: (of) => ({ kind: 'put', row: rowOf(of) }),
  bounced: ({ caseId, mailId, at }) => putRow({
    pk: `CASE#${caseId}`, sk: `BOUNCE#${mailId}`, caseId, mail: mailId.split('.')[1] ?? '', ...inPendingIndex('bounced', at, caseId),
  }),
};
