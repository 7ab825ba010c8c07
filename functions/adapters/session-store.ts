import * as z from 'zod/mini';
import type { ReplySession, SessionStore } from '../use-cases/ports-reply.ts';
import type { RowWrite } from '../use-cases/ports.ts';
import { linkPurpose } from './link-store.ts';
import { changeRow, deleteRow, getRow } from './row-access.ts';
import { secondsOf } from './time-to-live.ts';

const session = z.object({ hash: z.string(), caseId: z.string(), epoch: z.number(), unitId: z.string(), purpose: linkPurpose, startedAt: z.string(), lastUsedAt: z.string(), opened: z.boolean() });
const keyOf = (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' });
/** Longer than a session can be. */
const keptSeconds = 24 * 3600;
const put = (of: ReplySession): RowWrite => ({ kind: 'put', row: { ...keyOf(of.hash), ...of, expiresAt: secondsOf(of.startedAt, keptSeconds) } });

export const sessionStore: SessionStore = {
  async find(hash) {
    const row = await getRow(keyOf(hash));
    return row && session.parse(row);
  },
  async touch(hash, at) {
    // An ended session must not come back to life as a row with a date alone.
    await changeRow(keyOf(hash), { set: 'SET lastUsedAt = :at', condition: 'attribute_exists(pk)', values: { ':at': at } });
  },
  end: (hash) => deleteRow(keyOf(hash)),
  putRow: put,
  openedRow: (of) => put({ ...of, opened: true }),
};
