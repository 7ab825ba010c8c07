import { createHash, randomBytes } from 'node:crypto';
import type { CaseEvent } from '../domain/case.ts';
import { chainStarts, contentDigest, linkOf, type ChainHead, type Digest, type EventLink, type MendedContent } from '../domain/event-chain.ts';

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('base64url');
const newSalt = (): string => randomBytes(16).toString('base64url');

export interface Chained {
  readonly links: readonly { readonly event: CaseEvent; readonly chain: EventLink; readonly salt: string }[];
  /** Earlier events whose texts change with these. */
  readonly mended: readonly { readonly event: CaseEvent; readonly mended: MendedContent }[];
  /** Of the chain with these events; null: it has not begun. */
  readonly head: ChainHead | null;
}
/**
 * Events in the order they happened, each with a salt of its own; the first of them vouches for those it mends. `start`:
 * what a chain that begins here follows on. @throws Error: something is mended and no event says so
 */
export const chainedEvents = (events: readonly CaseEvent[], before: ChainHead | null, start: keyof typeof chainStarts, mendedEvents: readonly CaseEvent[] = []): Chained => {
  if (mendedEvents.length > 0 && events.length === 0) throw new Error('Events are mended by a command that leaves none');
  const by = (before?.sequence ?? 0) + 1;
  const mended = mendedEvents.map((event) => {
    const salt = newSalt();
    return { event, mended: { salt, content: contentDigest(event, salt, sha256), in: by } };
  });
  const mends = mended.length === 0 ? undefined : Object.fromEntries(mended.map(({ event, mended: { content } }) => [event.id, content]));
  let head = before;
  const links = events.map((event, index) => {
    const salt = newSalt();
    const chain = linkOf(event, head, chainStarts[start], salt, sha256, index === 0 ? mends : undefined);
    head = { sequence: chain.sequence, digest: chain.digest };
    return { event, chain, salt };
  });
  return { links, mended, head };
};
