import type { FiledHarm } from './harm/serious-harm.ts';
import type { Breach } from './breach.ts';
import type { CaseBase, Instant } from './case.ts';
import type {
  Category, CauseArea, Dispatch, FilerRelation, Harm, IntakeSource, Language, LegalBasis, Role, Status, TargetGroup,
} from './vocabulary.ts';

/** What reached us. The filer's words are never rewritten; what registration settles is settled here. */
export interface IncomingReport {
  readonly happenedAt: Instant;
  readonly discoveredAt: Instant;
  /** null: the public, or a party outside the register. */
  readonly partyOrganisationId: string | null;
  readonly partyUnitId: string | null;
  /** Our units, the most concerned first. */
  readonly concernedUnitIds: readonly string[];
  readonly legalBasis: LegalBasis;
  readonly category: Category;
  readonly whatHappened: string;
  readonly wishes?: string | undefined;
  readonly harm: Harm;
  /** It could have caused serious harm (L3). */
  readonly seriousRisk?: boolean | undefined;
  /** Present where it was registered otherwise: the filer's words stand, and what was filed as serious is decided on (L3). */
  readonly filedAs?: FiledHarm | undefined;
  /** The other system's reference (R3). */
  readonly otherReference?: string | undefined;
  readonly alreadySolved?: boolean | undefined;
  readonly unclearResponsibility?: string | undefined;
  readonly breach?: Breach | undefined;
  /** Absent: not known, or not asked. */
  readonly targetGroup?: TargetGroup | undefined;
}

/** Who filed, by reference: nobody's name. A party's unit is written to at its registered mailbox. */
export interface Filer {
  /** Typed (and, without an account, verified by code); null: none, or the unit's in the register. */
  readonly mailbox: string | null;
  readonly language: Language;
  /** Of the public (G6). */
  readonly relation?: FilerRelation | undefined;
}
export interface Source {
  readonly kind: IntakeSource;
  /** The user who registered, and the role registered for (V2, V3); null until somebody has. */
  readonly registeredBy: string | null;
  readonly principal: Role | null;
  readonly filer: Filer;
  /** The form came on paper: by post (N5), or filled in while the system was down (H6), which alone is counted as downtime. */
  readonly paper?: { readonly formVersion: number; readonly filledAt: Instant; readonly downtime?: boolean | undefined } | undefined;
}

/** The task list of an investigation (L2). */
export interface Investigation {
  readonly courseOfEvents: string;
  readonly causes: readonly { readonly area: CauseArea; readonly text: string }[];
  readonly rootCause: string;
  readonly wentWell: string;
  readonly patientViews: string;
  readonly startedAt?: Instant | undefined;
  readonly doneAt?: Instant | undefined;
}

/** The reply as it left: a frozen copy (L6). */
export interface SentReply {
  readonly text: string;
  readonly sentAt: Instant;
  readonly sentBy: string;
  readonly dispatch: Dispatch;
}

/** V12. Present where the routine's dose categories match. */
export interface PharmacyTrack {
  readonly dueAt: Instant;
  readonly doneAt?: Instant | undefined;
  readonly reference: string;
  readonly reason: string;
}

/** A deviation in our care that somebody else reports and we investigate and answer. */
export interface IncomingCase extends CaseBase {
  readonly direction: 'incoming';
  readonly source: Source;
  readonly report: IncomingReport;
  /** When it reached us: the reply clock counts from here and goes on through everything. */
  readonly receivedAt: Instant;
  readonly registeredAt?: Instant | undefined;
  readonly replyBy: Instant;
  /** Grows with every renewed status link. */
  readonly filerLinkEpoch: number;
  /** The status link dies here; absent while the case is open. */
  readonly filerLinkExpiresAt?: Instant | undefined;
  readonly investigation: Investigation;
  readonly answer?: SentReply | undefined;
  /** Of before a reopening. */
  readonly earlierAnswers: readonly SentReply[];
  /** Where the case goes on when what was asked for is there. */
  readonly statusBeforeInfo?: Status | undefined;
  readonly rejection?: { readonly reasonCode: string; readonly text: string; readonly at: Instant; readonly by: string } | undefined;
  readonly redirections: readonly { readonly fromUnitId: string | null; readonly toUnitId: string; readonly reason: string; readonly at: Instant; readonly by: string }[];
  readonly pharmacy: PharmacyTrack | null;
}
