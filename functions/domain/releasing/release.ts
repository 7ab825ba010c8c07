import type { InboxScope } from '../access.ts';
import type { Case, Instant } from '../case.ts';
import { InvalidInput, ReleaseDecided } from '../errors.ts';
import { findIdentifying, identifyingKinds } from '../identifying.ts';
import { knownNames } from '../outgoing-text.ts';
import type { Register } from '../register.ts';
import type { LegalBasis } from '../vocabulary.ts';

/*
 * L9: a request for public records. A working copy of each case is gone through span by span: what may tell who it is about
 * is proposed for masking, a person decides with the legal ground of each, and what leaves is a text in which the masked
 * words are not there any more. The case itself stands as it was.
 */

/** What a span is proposed for; `staff`: a user of the register; `chosen`: a person marked it. */
export const maskKinds = [...identifyingKinds, 'staff', 'chosen'] as const;
export type MaskKind = (typeof maskKinds)[number];
export const receiverKinds = ['journalist', 'researcher', 'party', 'relative', 'authority', 'otherOrUnknown'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];
export const releaseOutcomes = ['released', 'partly', 'refused'] as const;
export type ReleaseOutcome = (typeof releaseOutcomes)[number];
/** `erased`: a case of it, when it was time for that. */
export const releaseEventTypes = ['started', 'masked', 'decided', 'erased'] as const;
export type ReleaseEventType = (typeof releaseEventTypes)[number];

/** A part of the copy; its id names it within the case. */
export interface TextBlock {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}
/** A span of a block, as in `String.slice`. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  readonly masked: boolean;
  /** Code of a law that the routine names; null: none yet, or it is not masked. */
  readonly ground: string | null;
}
export interface CopiedCase {
  readonly caseId: string;
  readonly number: string;
  readonly patientKey: string | null;
  readonly unitId: string;
  readonly field: Case['responsible'];
}
export interface ReleaseDecision {
  readonly outcome: ReleaseOutcome;
  readonly ground: string | null;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}
export interface Release {
  readonly id: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  readonly receiver: ReceiverKind;
  /** The organisation's own number of the request; no names. */
  readonly reference: string;
  /** Whose laws are the grounds. */
  readonly routine: Case['routine'];
  readonly cases: readonly CopiedCase[];
  readonly decision: ReleaseDecision | null;
  readonly events: readonly ReleaseEvent[];
}
export interface ReleaseEvent {
  readonly at: Instant;
  readonly by: string;
  readonly type: ReleaseEventType;
  readonly count: number;
}
/** The copy of one case: with its words until it is decided, without the masked ones ever after. */
export interface ReleaseCopy {
  readonly caseId: string;
  readonly blocks: readonly TextBlock[];
  /** By block. */
  readonly masks: Readonly<Record<string, readonly Mask[]>>;
}

export const casesPerRelease = 20;
export const masksPerBlock = 400;

/** What stands where something was masked: always the same, so that nothing tells how long it was. */
export const maskedText = (ground: string | null): string => `[maskerat${ground === null ? '' : `: ${ground}`}]`;

/** Spans that may tell who it is about, or who did it. */
export const proposedMasks = (text: string, register: Pick<Register, 'organisations' | 'units' | 'users'>, ground: string | null): readonly Mask[] => {
  const staff = register.users.flatMap(({ name }) => placesOf(text, name)).map(([start, end]): Mask => ({ start, end, kind: 'staff', masked: true, ground }));
  const found = findIdentifying(text, knownNames(register)).map(({ start, end, kind }): Mask => ({ start, end, kind, masked: true, ground }));
  const united: Mask[] = [];
  for (const each of [...staff, ...found].toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const before = united.at(-1);
    if (before === undefined || each.start >= before.end) united.push(each);
    // What overlaps is one span, of the longest one's kind: no end of it is left to be read.
    else united[united.length - 1] = { ...before, end: Math.max(before.end, each.end), kind: each.end - each.start > before.end - before.start ? each.kind : before.kind };
  }
  return atMost(united, masksPerBlock);
};
/** Whole words, however they are written. */
const placesOf = (text: string, name: string): readonly (readonly [number, number])[] => {
  const words = name.trim().split(/\s+/u);
  if (name.trim().length < 2) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\d])${words.map((word) => word.replaceAll(/[^\p{L}\d]/gu, '\\$&')).join('\\s+')}s?(?![\\p{L}\\d])`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
};
/** Where there are more than fit, the last of them is all that is left of the text: what nobody can go through is not shown. */
const atMost = (spans: readonly Mask[], limit: number): readonly Mask[] => {
  const [rest, last] = [spans[limit - 1], spans.at(-1)];
  return spans.length <= limit || rest === undefined || last === undefined ? spans : [...spans.slice(0, limit - 1), { ...rest, end: last.end }];
};

export const copyOf = (caseId: string, blocks: readonly TextBlock[], register: Pick<Register, 'organisations' | 'units' | 'users'>, ground: string | null): ReleaseCopy => ({
  caseId, blocks, masks: Object.fromEntries(blocks.map(({ id, text }) => [id, proposedMasks(text, register, ground)])),
});

/** The spans of one block, all of them, as a person has left them. @throws InvalidInput */
export const withMasks = (copy: ReleaseCopy, blockId: string, masks: readonly Mask[], grounds: readonly string[]): ReleaseCopy => {
  const block = copy.blocks.find(({ id }) => id === blockId);
  if (block === undefined) throw new InvalidInput({ pointer: '/blockId', code: 'block-unknown' });
  const sorted = masks.toSorted((one, other) => one.start - other.start);
  let before = 0;
  for (const [index, { start, end, masked, ground }] of sorted.entries()) {
    if (start < before || end <= start || end > block.text.length) throw new InvalidInput({ pointer: `/masks/${index}`, code: 'span-wrong' });
    if (masked && ground !== null && !grounds.includes(ground)) throw new InvalidInput({ pointer: `/masks/${index}/ground`, code: 'ground-unknown' });
    before = end;
  }
  return { ...copy, masks: { ...copy.masks, [blockId]: sorted } };
};

const maskedIn = ({ masks }: Pick<ReleaseCopy, 'masks'>): readonly Mask[] => Object.values(masks).flat().filter(({ masked }) => masked);

/** The text that leaves: what is masked is cut out, not covered. */
export const withoutMasked = ({ caseId, blocks, masks }: ReleaseCopy): ReleaseCopy => {
  const cut = blocks.map((block) => {
    const spans = (masks[block.id] ?? []).filter(({ masked }) => masked);
    return { ...block, text: spans.reduceRight((left, { start, end, ground }) => left.slice(0, start) + maskedText(ground) + left.slice(end), block.text) };
  });
  return { caseId, blocks: cut, masks: {} };
};

/**
 * `released`: nothing is masked; `partly`: something is, each span on a ground; `refused`: nothing leaves, on a ground that
 * says why. Decided once. @throws ReleaseDecided, InvalidInput
 */
export const decideRelease = (
  release: Release, copies: readonly ReleaseCopy[], { outcome, ground, note }: Pick<ReleaseDecision, 'outcome' | 'ground' | 'note'>,
  { actor, now, grounds }: { readonly actor: string; readonly now: Instant; readonly grounds: readonly string[] },
): { readonly release: Release; readonly copies: readonly ReleaseCopy[] } => {
  if (release.decision !== null) throw new ReleaseDecided();
  const masked = copies.flatMap(maskedIn);
  if (outcome === 'released' && masked.length > 0) throw new InvalidInput({ pointer: '/outcome', code: 'something-masked' });
  if (outcome === 'partly' && masked.length === 0) throw new InvalidInput({ pointer: '/outcome', code: 'nothing-masked' });
  if (outcome === 'partly' && masked.some((mask) => mask.ground === null)) throw new InvalidInput({ pointer: '/outcome', code: 'ground-missing' });
  if (outcome === 'refused' && ground === null) throw new InvalidInput({ pointer: '/ground', code: 'ground-missing' });
  if (ground !== null && !grounds.includes(ground)) throw new InvalidInput({ pointer: '/ground', code: 'ground-unknown' });
  return {
    release: {
      ...release, version: release.version + 1, decision: { outcome, ground: outcome === 'refused' ? ground : null, note, by: actor, at: now },
      events: [...release.events, { at: now, by: actor, type: 'decided', count: masked.length }],
    },
    // Of what was refused nothing is kept.
    copies: copies.map((copy) => (outcome === 'refused' ? { caseId: copy.caseId, blocks: [], masks: {} } : withoutMasked(copy))),
  };
};

/** L9a: a case is erased, and with it what the copy says of it; what was decided, and about which case, stays. */
export const erasedFrom = (release: Release, caseId: string, at: Instant): { readonly release: Release; readonly copy: ReleaseCopy } => ({
  release: {
    ...release, version: release.version + 1, cases: release.cases.map((each) => (each.caseId === caseId ? { ...each, patientKey: null } : each)),
    events: [...release.events, { at, by: 'clock', type: 'erased', count: 1 }],
  },
  copy: { caseId, blocks: [], masks: {} },
});

/** Whoever handles the fields of all its cases. */
export const mayOpenRelease = ({ cases }: Pick<Release, 'cases'>, scopes: readonly InboxScope[]): boolean => cases.every(({ field }) => scopes.some(({ role }) => role === field));

/** The law that the texts of a case are usually secret by: health care's or social care's, as far as the routine names them. */
export const defaultGround = (law: readonly { readonly code: string }[], legalBasis: LegalBasis): string | null => {
  const wanted = legalBasis === 'sol' || legalBasis === 'lss' ? 'OSL 26:1' : 'OSL 25:1';
  return law.find(({ code }) => code === wanted)?.code ?? null;
};
