import { createHash, randomBytes } from 'node:crypto';
import type { CaseEvent } from '../domain/case.ts';
import { chainStarts, linkOf, type ChainHead, type Digest, type EventLink } from '../domain/event-chain.ts';

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('base64url');

export interface Chained {
  readonly links: readonly { readonly event: CaseEvent; readonly chain: EventLink }[];
  /** Of the chain with these events; null: it has not begun. */
  readonly head: ChainHead | null;
}
/** Events in the order they happened, each with a salt of its own. `start`: what a chain that begins here follows on. */
export const chainedEvents = (events: readonly CaseEvent[], before: ChainHead | null, start: keyof typeof chainStarts): Chained => {
  let head = before;
  const links = events.map((event) => {
    const chain = linkOf(event, head, chainStarts[start], randomBytes(16).toString('base64url'), sha256);
    head = { sequence: chain.sequence, digest: chain.digest };
    return { event, chain };
  });
  return { links, head };
};
