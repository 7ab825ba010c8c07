import { replyDraft } from '../contracts/reply.ts';
import type { ReplyDraftStore } from '../use-cases/ports-reply.ts';
import { getRow, putRow } from './row-access.ts';
import { secondsOf } from './time-to-live.ts';

/** Of the unit, not of its link: a renewed link finds what was begun through the one before. */
const keyOf = (caseId: string, unitId: string) => ({ pk: `REPLYDRAFT#${caseId}`, sk: `UNIT#${unitId}` });
/** A draft lives as long as any request can. */
const keptSeconds = 180 * 24 * 3600;

export const replyDraftStore: ReplyDraftStore = {
  async find(caseId, unitId, now) {
    const row = await getRow(keyOf(caseId, unitId));
    if (!row || Number(row['expiresAt']) <= secondsOf(now)) return undefined;
    return replyDraft.parse(row['draft']);
  },
  save: (caseId, unitId, draft, at) => putRow({ ...keyOf(caseId, unitId), draft, savedAt: at, expiresAt: secondsOf(at, keptSeconds) }),
  deleteRow: (caseId, unitId) => ({ kind: 'delete', ...keyOf(caseId, unitId) }),
};
