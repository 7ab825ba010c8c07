import * as z from 'zod/mini';
import type { Grant } from '../domain/need.ts';
import { casePk } from './case-row.ts';
import { secondsOf } from './time-to-live.ts';

/** Whether a case was opened is on its timeline and in the access log; the row itself only opens it. */
const keptSeconds = 7 * 24 * 3600;
export const grantKey = (caseId: string, userId: string) => ({ pk: casePk(caseId), sk: `GRANT#${userId}` });
export const grantRow = (grant: Grant) => ({ ...grantKey(grant.caseId, grant.userId), ...grant, expiresAt: secondsOf(grant.at, keptSeconds) });
export const storedGrant = z.object({ caseId: z.string(), userId: z.string(), at: z.string(), until: z.string(), reason: z.string() });
