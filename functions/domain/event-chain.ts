import type { CaseEvent, Instant } from './case.ts';

/*
 * Each event of a case carries a digest over its head, the salted digest of its content and the digest before it: what is
 * changed, taken out or put in afterwards breaks the chain. The salt lies beside the event. Erased with the content it
 * takes with it every way to guess what stood there, and the chain still holds (L9).
 */

/** Where a chain has come to: place and digest of its last link. */
export interface ChainHead {
  /** 1 is the first. */
  readonly sequence: number;
  readonly digest: string;
}
export interface EventLink extends ChainHead {
  /** Salted digest of what the event says. */
  readonly content: string;
  /** Digest of the link before, or how the chain began. */
  readonly previous: string;
  /** Earlier events whose texts were mended together with this one (L8), by id, each with the salted digest of what it says since. */
  readonly mends?: Readonly<Record<string, string>> | undefined;
}
/** What an event says since it was mended: vouched for by the link with this place in the chain. */
export interface MendedContent {
  readonly salt: string;
  readonly content: string;
  readonly in: number;
}
/** What comes before the first link: nothing at all, or events of before there were chains. */
export const chainStarts = { new: 'new', older: 'older' } as const;

/** SHA-256 of a text as UTF-8, base64url. */
export type Digest = (text: string) => string;
type Said = Pick<CaseEvent, 'actor' | 'detail'> & { readonly principal?: string | undefined };
type Header = Pick<CaseEvent, 'id' | 'caseId' | 'at'> & { readonly type: string };

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
const contentText = (salt: string, { actor, principal, detail }: Said): string =>
  JSON.stringify(['brygga-content-1', salt, actor, principal ?? null, Object.entries(detail).filter(([, value]) => value !== undefined).toSorted(byName)]);
const linkText = ({ id, caseId, at, type }: Header, { sequence, content, previous, mends }: Omit<EventLink, 'digest'>): string =>
  JSON.stringify(['brygga-link-1', caseId, sequence, id, at, type, content, previous, ...(mends ? [Object.entries(mends).toSorted(byName)] : [])]);
/** Salted digest of what an event says. */
export const contentDigest = (event: Said, salt: string, digest: Digest): string => digest(contentText(salt, event));

/** The next link. `head` null: the chain begins here. */
export const linkOf = (event: CaseEvent, head: ChainHead | null, start: string, salt: string, digest: Digest, mends?: EventLink['mends']): EventLink => {
  const link = { sequence: (head?.sequence ?? 0) + 1, previous: head?.digest ?? start, content: contentDigest(event, salt, digest), ...(mends && { mends }) };
  return { ...link, digest: digest(linkText(event, link)) };
};

/** An event as it lies in the store. */
export interface ChainedEvent {
  readonly event: Header & Said;
  /** Absent: of before there were chains. */
  readonly chain?: EventLink | undefined;
  /** Absent once the content is erased or mended. */
  readonly salt?: string | undefined;
  readonly mended?: MendedContent | undefined;
  /** When its content was erased. */
  readonly erasedAt?: Instant | undefined;
}
/** A head as a daily document holds it. */
export interface AnchoredHead extends ChainHead {
  readonly date: string;
}
export const chainFaults = ['erasure-unvouched', 'content-changed', 'salt-missing', 'link-changed', 'event-missing', 'event-twice', 'outside-chain', 'head-differs', 'anchor-differs', 'end-missing', 'case-missing'] as const;
export type ChainFault = (typeof chainFaults)[number];
export interface ChainBreak {
  readonly fault: ChainFault;
  /** Id of the event; null where it is not there, or the whole case is meant. */
  readonly eventId: string | null;
  readonly sequence: number | null;
  /** Of the daily document that says otherwise. */
  readonly date?: string | undefined;
}

/** An event that answers for the erasure of all that came before it: whole, the last of its chain, and of a case, not of a part. */
const vouchesForErasure = ({ event, chain, salt, erasedAt }: ChainedEvent, digest: Digest): boolean =>
  event.type === 'contentErased' && (event.detail['documentType'] === 'outgoingCase' || event.detail['documentType'] === 'incomingCase')
  && typeof event.detail['run'] === 'string' && erasedAt === undefined && salt !== undefined && chain?.content === contentDigest(event, salt, digest);
/** The run under which a case was erased, by its own chain. */
export const erasingRun = (events: readonly ChainedEvent[], digest: Digest): string | undefined => {
  const last = events.filter(({ chain }) => chain !== undefined).toSorted((one, other) => (other.chain?.sequence ?? 0) - (one.chain?.sequence ?? 0))[0];
  const run = last?.event.detail['run'];
  return last && vouchesForErasure(last, digest) && typeof run === 'string' ? run : undefined;
};

/** Every break of one case's chain. `head`: as the case row has it. */
export const chainBreaks = (events: readonly ChainedEvent[], head: ChainHead | null, anchors: readonly AnchoredHead[], digest: Digest): readonly ChainBreak[] => {
  const breaks: ChainBreak[] = [];
  const links = events.flatMap(({ chain, ...rest }) => (chain ? [{ chain, ...rest }] : [])).toSorted((one, other) => one.chain.sequence - other.chain.sequence);
  const [first] = links;
  for (const { event, chain } of events) {
    if (chain) continue;
    const older = first?.chain.previous === chainStarts.older ? event.at <= first.event.at : first === undefined && head === null;
    if (!older) breaks.push({ fault: 'outside-chain', eventId: event.id, sequence: null });
  }
  const isErased = erasingRun(events, digest) !== undefined;
  let before: ChainHead | null = null;
  for (const { event, chain, salt, mended, erasedAt } of links) {
    const at = { eventId: event.id, sequence: chain.sequence };
    const expected: number = (before?.sequence ?? 0) + 1;
    if (chain.sequence < expected) breaks.push({ fault: 'event-twice', ...at });
    for (let missing = expected; missing < chain.sequence; missing += 1) breaks.push({ fault: 'event-missing', eventId: null, sequence: missing });
    const followsOn = before === null ? chain.sequence !== 1 || Object.values(chainStarts).some((start) => start === chain.previous) : chain.sequence !== expected || chain.previous === before.digest;
    if (!followsOn || chain.digest !== digest(linkText(event, chain))) breaks.push({ fault: 'link-changed', ...at });
    if (erasedAt !== undefined) {
      if (!isErased) breaks.push({ fault: 'erasure-unvouched', ...at });
    } else if (mended !== undefined) {
      const vouched = links.find((one) => one.chain.sequence === mended.in)?.chain.mends?.[event.id];
      if (vouched !== mended.content || mended.content !== contentDigest(event, mended.salt, digest)) breaks.push({ fault: 'content-changed', ...at });
    } else if (salt !== undefined) {
      if (chain.content !== contentDigest(event, salt, digest)) breaks.push({ fault: 'content-changed', ...at });
    } else {
      breaks.push({ fault: 'salt-missing', ...at });
    }
    before = chain;
  }
  if (head !== null && head.sequence > (before?.sequence ?? 0)) breaks.push({ fault: 'end-missing', eventId: null, sequence: head.sequence });
  else if (before !== null && before.digest !== head?.digest) breaks.push({ fault: 'head-differs', eventId: null, sequence: before.sequence });
  for (const anchor of anchors) {
    const link = links.find(({ chain }) => chain.sequence === anchor.sequence);
    if (!link) breaks.push({ fault: anchor.sequence > (before?.sequence ?? 0) ? 'end-missing' : 'event-missing', eventId: null, sequence: anchor.sequence, date: anchor.date });
    else if (link.chain.digest !== anchor.digest) breaks.push({ fault: 'anchor-differs', eventId: link.event.id, sequence: anchor.sequence, date: anchor.date });
  }
  return breaks;
};
