import type { PublishedView } from '../contracts/event-description.ts';
import { NotFound } from '../domain/errors.ts';
import type { PublishedPorts } from './ports-description.ts';

/** One published description, for anybody (N4). @throws NotFound where there is none, or no longer */
export const readPublishedDescription = async (ports: PublishedPorts, { number }: { readonly number: string }): Promise<PublishedView> => {
  const found = await ports.published.findPublished(number);
  if (found === undefined) throw new NotFound('event-description');
  return { ...found, texts: { ...found.texts } };
};
