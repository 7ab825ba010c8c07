import { replyDraft } from '../contracts/reply.ts';
import type { ReplyDraftStore } from '../use-cases/ports-reply.ts';
import { getRow, putRow } from './row-access.ts';
import { secondsOf } from './time-to-live.ts';

const keyOf = (caseId: string, epoch: number) => ({ pk: `REPLYDRAFT#${caseId}`, sk: `EPOCH#${epoch}` });
/** A draft lives as long as any request can. */
const keptSeconds = 180 * 24 * 3600;

export const replyDraftStore: ReplyDraftStore = {
  async find(caseId, epoch, now) {
    const row = await getRow(keyOf(caseId, epoch));
    if (!row || Number(row['expiresAt']) <= secondsOf(now)) return undefined;
    return replyDraft.parse(row['draft']);
  },
  save: (caseId, epoch, draft, at) => putRow({ ...keyOf(caseId, epoch), draft, savedAt: at, expiresAt: secondsOf(at, keptSeconds) }),
  deleteRow: (caseId, epoch) => ({ kind: 'delete', ...keyOf(caseId, epoch) }),
};
