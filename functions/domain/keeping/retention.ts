import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../calendar.ts';
import type { Direction, Role } from '../vocabulary.ts';
import type { DocumentType, RetentionEnd, RetentionStart } from './words.ts';

/*
 * L9: how long what is kept. Rules are part of the routine, since a decision on retention is dated, argued for and changed
 * in the same way; what no rule names is kept. The routine in force on the day decides, not the one a case was opened under.
 */

export interface RetentionRule {
  readonly documentType: DocumentType;
  readonly from: RetentionStart;
  readonly keepMonths: number;
  readonly ending: RetentionEnd;
  /** The decision it rests on: its reference, or the section of law. */
  readonly ground: string;
}
export interface RetentionRoutine {
  /** Who is told of a report of what will go. */
  readonly told: Role;
  /** Who signs it off; nothing goes without. */
  readonly signOff: Role;
  /** From the signature until what was signed off goes: time to change one's mind. */
  readonly graceDays: number;
  readonly rules: readonly RetentionRule[];
}

/** L5: the access log is kept for at least five years. */
export const accessLogMonths = 60;
export const isCaseType = (type: DocumentType): type is 'outgoingCase' | 'incomingCase' => type === 'outgoingCase' || type === 'incomingCase';
export const caseTypeOf = (direction: Direction): 'outgoingCase' | 'incomingCase' => (direction === 'outgoing' ? 'outgoingCase' : 'incomingCase');

/** The same day so many months on; the last of the month where it has no such day. */
export const monthsAfter = (date: LocalDate, months: number): LocalDate => Temporal.PlainDate.from(date).add({ months }).toString();
/** First day on which what was kept from `start` is to go. */
export const dueOn = (start: LocalDate, { documentType, keepMonths }: Pick<RetentionRule, 'documentType' | 'keepMonths'>): LocalDate =>
  monthsAfter(start, documentType === 'accessLog' ? Math.max(keepMonths, accessLogMonths) : keepMonths);

export type RetentionFault = 'retention-start-wrong' | 'access-log-too-short' | 'archive-cases-alone';
/** What is wrong with a rule by itself. */
export const retentionFault = ({ documentType, from, keepMonths, ending }: RetentionRule): RetentionFault | null => {
  if ((documentType === 'accessLog') !== (from === 'entry')) return 'retention-start-wrong';
  if (documentType === 'accessLog' && keepMonths < accessLogMonths) return 'access-log-too-short';
  return ending === 'archiveThenErase' && !isCaseType(documentType) ? 'archive-cases-alone' : null;
};
