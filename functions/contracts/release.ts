import * as z from 'zod/mini';
import { casesPerRelease, maskKinds, masksPerBlock, receiverKinds, releaseEventTypes, releaseOutcomes } from '../domain/releasing/release.ts';
import { person } from './case-parts.ts';
import { identifier, instant, optionalText, textLimit } from './primitives.ts';

/** Cases by their numbers, however those are spaced. */
export const startRelease = z.strictObject({
  numbers: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))).check(z.minLength(1), z.maxLength(casesPerRelease)),
  receiver: z.enum(receiverKinds),
  reference: optionalText(textLimit.short),
});
const position = z.int().check(z.gte(0), z.lte(1_000_000));
export const mask = z.strictObject({ start: position, end: position, kind: z.enum(maskKinds), masked: z.boolean(), ground: z.nullable(z.string().check(z.maxLength(80))) });
const version = z.int().check(z.gte(1));
export const changeRelease = z.discriminatedUnion('kind', [
  /** All spans of one block, as they are to be. */
  z.strictObject({ kind: z.literal('mask'), version, caseId: identifier, blockId: z.string().check(z.maxLength(80)), masks: z.array(mask).check(z.maxLength(masksPerBlock)) }),
  z.strictObject({ kind: z.literal('decide'), version, outcome: z.enum(releaseOutcomes), ground: z.nullable(z.string().check(z.maxLength(80))), note: optionalText(textLimit.medium) }),
]);

const decision = z.object({ outcome: z.enum(releaseOutcomes), ground: z.nullable(z.string()), note: z.string(), by: person, at: instant });
export const releaseSummary = z.object({
  id: identifier, at: instant, by: person, receiver: z.enum(receiverKinds), reference: z.string(), numbers: z.array(z.string()), decision: z.nullable(decision),
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;
/** Newest first. */
export const releaseList = z.object({ now: instant, mayRelease: z.boolean(), releases: z.array(releaseSummary) });
export const releaseView = z.object({
  ...releaseSummary.shape,
  now: instant,
  version: z.number(),
  /** Laws of the routine: grounds to mask by. */
  grounds: z.array(z.object({ code: z.string(), text: z.object({ sv: z.string(), en: z.string() }) })),
  /** Once it is decided, what is masked stands here no more. */
  cases: z.array(z.object({
    caseId: identifier, number: z.string(),
    blocks: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string(), masks: z.array(mask) })),
  })),
  events: z.array(z.object({ at: instant, by: person, type: z.enum(releaseEventTypes), count: z.number() })),
});
export type ReleaseView = z.infer<typeof releaseView>;
export type ReleaseMask = z.infer<typeof mask>;
/** What leaves, whole: a page that stands by itself, and the same as plain text. */
export const releasedDocument = z.object({ fileName: z.string(), html: z.string(), text: z.string() });
