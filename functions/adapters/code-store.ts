import * as z from 'zod/mini';
import type { CodeStore, SentCode } from '../use-cases/ports-reply.ts';
import { changeRow, getRow } from './row-access.ts';
import { secondsOf } from './time-to-live.ts';

const sentCode = z.object({ caseId: z.string(), epoch: z.number(), hash: z.string(), sentAt: z.string(), validUntil: z.string(), tries: z.number() });
const keyOf = ({ caseId, epoch }: Pick<SentCode, 'caseId' | 'epoch'>) => ({ pk: `CODE#${caseId}#${epoch}`, sk: 'CODE' });

export const codeStore: CodeStore = {
  async find(caseId, epoch) {
    const row = await getRow(keyOf({ caseId, epoch }));
    if (!row) return undefined;
    const { validUntil, ...code } = sentCode.parse(row);
    return { ...code, expiresAt: validUntil };
  },
  async countTry(code, atMost) {
    const row = await changeRow(keyOf(code), {
      set: 'SET tries = tries + :one',
      // Another hash is another code: tries at the old one do not spend it.
      condition: '#hash = :hash AND tries < :most',
      names: { '#hash': 'hash' },
      values: { ':one': 1, ':hash': code.hash, ':most': atMost },
    });
    return row ? sentCode.parse(row).tries : 'exhausted';
  },
  putRow: ({ expiresAt, ...code }) => ({ kind: 'put', row: { ...keyOf(code), ...code, validUntil: expiresAt, expiresAt: secondsOf(expiresAt) } }),
  deleteRow: (code) => ({ kind: 'delete', ...keyOf(code) }),
};
