import type { output } from 'zod/mini';
import type { listPublishedQuery, PublishedList } from '../contracts/event-description.ts';
import { wholeText, type PublishedDescription } from '../domain/event-description/description.ts';
import type { PublishedPorts } from './ports-description.ts';

const atATime = 100;
const shownAtMost = 20;
/** A search that finds nothing looks through so many, and says where it stopped. */
const pagesAtMost = 5;
const beginning = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199).replace(/\s+\S*$/, '')}…`);

const matches = (one: PublishedDescription, { words, category, targetGroup }: output<typeof listPublishedQuery>): boolean => {
  const text = wholeText(one).toLowerCase();
  return (category === undefined || one.category === category) && (targetGroup === undefined || one.targetGroup === targetGroup)
    && (words ?? '').toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

/** Published descriptions, newest first, for anybody (N4): reads the rows of what is published and nothing else. @throws CursorInvalid, Throttled */
export const listPublishedDescriptions = async (ports: PublishedPorts, { query }: { readonly query: output<typeof listPublishedQuery> }): Promise<PublishedList> => {
  const found: PublishedDescription[] = [];
  let { cursor } = query;
  for (let page = 0; page < pagesAtMost && found.length < shownAtMost; page += 1) {
    const read = await ports.published.listPublished({ limit: atATime, cursor });
    found.push(...read.rows.filter((one) => matches(one, query)));
    cursor = read.cursor ?? undefined;
    if (cursor === undefined) break;
  }
  return {
    cursor: cursor ?? null,
    descriptions: found.map(({ number, title, texts, category, targetGroup, publishedAt }) => ({ number, title, beginning: beginning(texts.event), category, targetGroup, publishedAt })),
  };
};
