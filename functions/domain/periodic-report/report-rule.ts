import type { GroupKind, LocalisedText, ResponsibleRole, TargetGroup } from '../vocabulary.ts';
import type { ReportContent, ReportInterval, ReportSection } from './words.ts';

/** A kind of report that the routine asks for (V13, R8, G2–G5, L11): a list of these is data of the routine. */
export interface ReportRule {
  readonly id: string;
  readonly title: LocalisedText;
  readonly content: ReportContent;
  readonly every: ReportInterval;
  /** Of a report of figures: what it holds, in this order. */
  readonly sections: readonly ReportSection[];
  /** Days of the period that comes after the one reported. The draft: a working day. The others: calendar days, the first is 1. */
  readonly draftWorkingDay: number;
  readonly remindDay: number;
  /** Submitted at the latest all this day; the morning after, the managers of those who edit it are told. */
  readonly dueDay: number;
  /** The organisation's function: holds the role, substitutes, or acts on behalf. */
  readonly editedBy: readonly ResponsibleRole[];
  /**
   * Who receives it: `unitId`: the function mailbox of a unit of the register, by link and code; `groupKind`: the
   * conveners and members of groups of that kind, who sign in; neither: it stays here, as a part of what the organisation publishes itself.
   */
  readonly receiver: { readonly unitId?: string | undefined; readonly groupKind?: GroupKind | undefined };
  /** Days from submission until feedback, or the report's follow-up, is due; null: none is asked for (G5, R8). */
  readonly feedback: { readonly days: number } | null;
  /** Of shortfalls: cases of these target groups are not in it, but go to that group as de-identified copies (G4). */
  readonly exceptions: readonly { readonly targetGroup: TargetGroup; readonly groupId: string }[];
  /** The kind of the county group to which faults of the system itself may be sent on (G5); null: none. */
  readonly systemFaultsTo: GroupKind | null;
}
