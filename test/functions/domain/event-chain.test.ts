import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../functions/domain/case.ts';
import { chainBreaks, chainStarts, contentDigest, linkOf, type ChainedEvent, type ChainHead, type EventLink } from '../../../functions/domain/event-chain.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const event = (place: number): CaseEvent => ({ id: `v0000${place}-1`, caseId: 'c', at: `2026-03-0${place}T08:00:00.000Z`, type: 'noteAdded', actor: 'maj', detail: { text: `note ${place}` } });
const chained = (start: string = chainStarts.new): { events: ChainedEvent[]; head: ChainHead } => {
  let head: ChainHead | null = null;
  const events = [2, 3, 4].map((place): ChainedEvent => {
    const chain = linkOf(event(place), head, start, `salt-${place}`, digest);
    head = chain;
    return { event: event(place), chain, salt: `salt-${place}` };
  });
  const last = events[2]!.chain!;
  return { events, head: { sequence: last.sequence, digest: last.digest } };
};
const faultsOf = (events: readonly ChainedEvent[], head: ChainHead | null, anchors: Parameters<typeof chainBreaks>[2] = []) => chainBreaks(events, head, anchors, digest).map(({ fault, sequence }) => [fault, sequence]);
const changed = (events: readonly ChainedEvent[], index: number, change: (one: ChainedEvent) => ChainedEvent) => events.map((one, at) => (at === index ? change(one) : one));

describe('a chain of events', () => {
  it('holds as it was written, in whatever order it is read, and where older events lie before it', () => {
    const { events, head } = chained();
    expect(faultsOf(events.toReversed(), head, [{ date: '2026-03-03', sequence: 2, digest: events[1]!.chain!.digest }])).toEqual([]);
    const older = chained(chainStarts.older);
    expect(faultsOf([{ event: event(1) }, ...older.events], older.head)).toEqual([]);
    expect(faultsOf([{ event: event(1) }], null)).toEqual([]);
  });
  it('holds when content and salts are erased and the last event says under which run; else it tells them', () => {
    const { events, head } = chained();
    const erased = (all: readonly ChainedEvent[]) => all.map((one): ChainedEvent => (one.event.type === 'contentErased' ? one : { event: { ...one.event, actor: '', detail: {} }, chain: one.chain, erasedAt: '2037-01-01T00:00:00.000Z' }));
    expect(faultsOf(erased(events), head)).toEqual([['erasure-unvouched', 1], ['erasure-unvouched', 2], ['erasure-unvouched', 3]]);
    const vouching = (detail: CaseEvent['detail']): ChainedEvent & { chain: EventLink } => {
      const said: CaseEvent = { ...event(5), type: 'contentErased', actor: 'clock', detail };
      return { event: said, chain: linkOf(said, head, 'new', 's', digest), salt: 's' };
    };
    const whole = vouching({ documentType: 'outgoingCase', run: '2037-01', ground: 'x' });
    expect(faultsOf(erased([...events, whole]), whole.chain)).toEqual([]);
    const part = vouching({ documentType: 'attachment', run: '2037-01', ground: 'x' });
    expect(faultsOf(erased([...events, part]), part.chain)).toHaveLength(3);
    expect(faultsOf(erased([...events, { ...whole, event: { ...whole.event, detail: { documentType: 'outgoingCase', run: '2036-01', ground: 'x' } } }]), whole.chain)).toContainEqual(['content-changed', 4]);
  });
  it('holds when a later event has mended what an earlier one says, and tells a text that nothing vouches for', () => {
    const { events, head } = chained();
    const mended = { ...event(2), detail: { text: 'note' } };
    const content = contentDigest(mended, 'other', digest);
    const chain = linkOf(event(5), head, 'new', 's', digest, { [mended.id]: content });
    const row = (said: CaseEvent, of = 4) => [{ event: said, chain: events[0]!.chain, mended: { salt: 'other', content, in: of } }, ...events.slice(1), { event: event(5), chain, salt: 's' }];
    expect(faultsOf(row(mended), chain)).toEqual([]);
    expect(faultsOf(row(event(2)), chain)).toEqual([['content-changed', 1]]);
    expect(faultsOf(row(mended, 3), chain)).toEqual([['content-changed', 1]]);
    const forged = row(mended).map((one) => (one.chain?.sequence === 4 ? { ...one, chain: { ...one.chain, mends: { x: content } } } : one));
    expect(faultsOf(forged, chain)).toEqual([['content-changed', 1], ['link-changed', 4]]);
  });
  it('is the same whatever order the detail of an event comes in', () => {
    const one = { ...event(2), detail: { a: 1, b: 'x' } };
    const other = { ...event(2), detail: { b: 'x', a: 1 } };
    expect(linkOf(one, null, 'new', 's', digest)).toEqual(linkOf(other, null, 'new', 's', digest));
  });
  it.each<[string, (whole: ReturnType<typeof chained>) => readonly [readonly ChainedEvent[], ChainHead | null], readonly unknown[]]>([
    ['a text that was changed', ({ events, head }) => [changed(events, 1, (one) => ({ ...one, event: { ...one.event, detail: { text: 'other' } } })), head], [['content-changed', 2]]],
    ['an actor that was changed', ({ events, head }) => [changed(events, 1, (one) => ({ ...one, event: { ...one.event, actor: 'siri' } })), head], [['content-changed', 2]]],
    ['an instant that was changed', ({ events, head }) => [changed(events, 1, (one) => ({ ...one, event: { ...one.event, at: event(1).at } })), head], [['link-changed', 2]]],
    ['an event that was erased without being marked', ({ events, head }) => [changed(events, 1, (one) => ({ ...one, salt: undefined })), head], [['salt-missing', 2]]],
    ['an event taken out', ({ events, head }) => [events.filter((_, index) => index !== 1), head], [['event-missing', 2]]],
    ['the first taken out', ({ events, head }) => [events.slice(1), head], [['event-missing', 1]]],
    ['the last taken out', ({ events, head }) => [events.slice(0, 2), head], [['end-missing', 3]]],
    ['all taken out', ({ head }) => [[], head], [['end-missing', 3]]],
    ['one put in', ({ events, head }) => [[...events, { event: event(5) }], head], [['outside-chain', null]]],
    ['one put in before, in a case that never had older ones', ({ events, head }) => [[{ event: event(1) }, ...events], head], [['outside-chain', null]]],
    ['one written twice', ({ events, head }) => [[...events, events[2]!], head], [['event-twice', 3]]],
    ['a case that forgot its head', ({ events }) => [events, null], [['head-differs', 3]]],
    ['a changed event with a digest made anew', ({ events, head }) => {
      const forged = { ...events[1]!.event, detail: { text: 'other' } } as CaseEvent;
      return [changed(events, 1, () => ({ event: forged, salt: 's', chain: linkOf(forged, events[0]!.chain!, 'new', 's', digest) })), head];
    }, [['link-changed', 3]]],
  ])('tells %s', (_, change, expected) => {
    expect(faultsOf(...change(chained()))).toEqual(expected);
  });
  it('tells a chain that was made anew altogether, by the daily document', () => {
    const { events, head } = chained();
    const others = chained(chainStarts.older);
    const anchors = [{ date: '2026-03-04', ...head }];
    expect(faultsOf(others.events, others.head, anchors)).toEqual([['anchor-differs', 3]]);
    expect(faultsOf(events.slice(0, 2), { sequence: 2, digest: events[1]!.chain!.digest }, anchors)).toEqual([['end-missing', 3]]);
  });
});
