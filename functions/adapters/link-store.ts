import * as z from 'zod/mini';
import type { Link, LinkStore } from '../use-cases/ports-reply.ts';
import { getRow, type Row, type RowKey } from './row-access.ts';

/** Rows from before there were status links name no purpose. */
export const linkPurpose = z._default(z.enum(['reply', 'status', 'approval', 'report']), 'reply');
const link = z.object({ hash: z.string(), caseId: z.string(), epoch: z.number(), unitId: z.string(), mailId: z.string(), purpose: linkPurpose });

/** No time to live: an old hash must go on leading to the neutral page with "send a new link" (ux.md, link 5). */
export const linkRow = (of: Link): Row & RowKey => ({ pk: `LINK#${of.hash}`, sk: 'LINK', ...of });

export const linkStore: LinkStore = {
  async find(hash) {
    const row = await getRow({ pk: `LINK#${hash}`, sk: 'LINK' });
    return row && link.parse(row);
  },
};
