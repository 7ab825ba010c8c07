import { headsDocument, type HeadsDocument } from '../contracts/chain-heads.ts';
import { addDays, localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import type { AnchorPorts } from './ports-chain.ts';

/**
 * Writes the document of the day that has ended: heads of the cases with events since the one before, none of them too. What
 * an interrupted run has written stands; heads it did not hold come with the next day's. @throws Throttled
 */
export async function anchorHeads({ pending, vault, log }: AnchorPorts, now: Instant): Promise<{ readonly date: string; readonly heads: number }> {
  const date = addDays(localDate(now), -1);
  const [heads, last] = await Promise.all([pending.list(), pending.last()]);
  const document: HeadsDocument = { format: 'brygga-heads-1', date, madeAt: now, previous: last?.date === date ? null : last, heads: [...heads] };
  const text = JSON.stringify(document);
  const stored = (await vault.put(date, text)) === 'written' ? text : await vault.read(date);
  const anchored = headsDocument.parse(JSON.parse(stored)).heads;
  await pending.setLast({ date, digest: vault.digest(stored) });
  await pending.anchored(anchored);
  log.info('heads-anchored', { count: anchored.length });
  return { date, heads: anchored.length };
}
