import type { Instant } from '../case.ts';
import { isBefore } from '../instant.ts';
import type { Category, TargetGroup } from '../vocabulary.ts';
import type { DescriptionState } from './words.ts';

/** The three parts of a description (N4). */
export interface DescriptionTexts {
  readonly event: string;
  readonly action: string;
  readonly followUp: string;
}
/** Who has said what of which revision. */
export interface Approval {
  readonly revision: number;
  /** User id; `external` for the other party. */
  readonly by: string;
  readonly at: Instant;
}
/** That the other party was asked, with a link of this epoch; every earlier link is dead. */
export interface Asked {
  readonly epoch: number;
  readonly at: Instant;
  readonly expiresAt: Instant;
  readonly reminders: number;
  readonly lastReminderAt: Instant | null;
  /** Whoever asked was told that no answer came. */
  readonly told: boolean;
}
export interface PartyAnswer {
  readonly kind: 'approved' | 'refused' | 'change';
  readonly revision: number;
  readonly text: string;
  readonly at: Instant;
}
export const descriptionEventTypes = ['drafted', 'edited', 'approved', 'asked', 'reminded', 'approvedByParty', 'refused', 'changeProposed', 'published', 'withdrawn', 'withdrawnByParty', 'noAnswer'] as const;
export type DescriptionEventType = (typeof descriptionEventTypes)[number];
export interface DescriptionEvent {
  readonly at: Instant;
  readonly type: DescriptionEventType;
  /** User id, `external` or `clock`. */
  readonly actor: string;
  readonly revision: number;
  /** A reason, or what the other party wrote. */
  readonly text: string;
}

/** N4: a de-identified description of one event, which both parties approve before it is published. */
export interface EventDescription {
  readonly id: string;
  /** Its own: nobody can get from it to the case. */
  readonly number: string;
  /** For us alone. */
  readonly caseId: string;
  readonly routine: { readonly id: string; readonly version: number };
  readonly counterpartId: string;
  /** The other party's unit, which is asked; null: not chosen yet. */
  readonly unitId: string | null;
  readonly category: Category;
  readonly targetGroup: TargetGroup | null;
  readonly title: string;
  readonly texts: DescriptionTexts;
  /** Marks of findings that a person has said identify nobody. */
  readonly resolved: readonly string[];
  /** Of what it says: grows when it is edited, and an approval is of one revision alone. */
  readonly revision: number;
  /** Grows with every change. */
  readonly version: number;
  /** Last epoch of a link. */
  readonly epoch: number;
  readonly draftedBy: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly ours: Approval | null;
  readonly asked: Asked | null;
  readonly theirs: Approval | null;
  readonly answers: readonly PartyAnswer[];
  readonly publishedAt: Instant | null;
  readonly withdrawn: { readonly side: 'ours' | 'theirs'; readonly reason: string; readonly at: Instant; readonly by: string } | null;
  readonly events: readonly DescriptionEvent[];
}

export const stateOf = ({ withdrawn, publishedAt, asked, answers, revision }: EventDescription): DescriptionState => {
  if (withdrawn !== null) return 'withdrawn';
  if (publishedAt !== null) return 'published';
  if (asked === null) return 'draft';
  const last = answers.findLast((answer) => answer.revision === revision);
  return last === undefined || last.kind === 'approved' ? 'asked' : last.kind === 'refused' ? 'refused' : 'changeProposed';
};

/** The rule of disclosure: both have approved exactly what it says now, and nobody has withdrawn it. */
export const mayBePublished = ({ ours, theirs, revision, withdrawn }: EventDescription): boolean =>
  withdrawn === null && ours?.revision === revision && theirs?.revision === revision;

/** The link of the newest asking alone; once published for good, since the other party may withdraw at any time. */
export const isApprovalLive = ({ asked, withdrawn, publishedAt }: EventDescription, epoch: number, now: Instant): boolean =>
  withdrawn === null && asked?.epoch === epoch && (publishedAt !== null || !isBefore(asked.expiresAt, now));

/** Everything in it that a reader sees, as one text. */
export const wholeText = ({ title, texts }: Pick<EventDescription, 'title' | 'texts'>): string => [title, texts.event, texts.action, texts.followUp].join('\n\n');

/** What the page without sign-in shows: nothing that leads to a case, a unit or a person. */
export interface PublishedDescription {
  readonly number: string;
  readonly title: string;
  readonly texts: DescriptionTexts;
  readonly category: Category;
  readonly targetGroup: TargetGroup | null;
  readonly publishedAt: Instant;
}
/** null: not published. */
export const publishedOf = ({ number, title, texts, category, targetGroup, publishedAt, withdrawn }: EventDescription): PublishedDescription | null =>
  (publishedAt === null || withdrawn !== null ? null : { number, title, texts, category, targetGroup, publishedAt });

/** What was written between the parties on the way is none of what they published. */
export const withoutRemarks = (description: EventDescription): EventDescription => ({
  ...description, version: description.version + 1, answers: description.answers.map((answer) => ({ ...answer, text: '' })), events: description.events.map((event) => ({ ...event, text: '' })),
});
