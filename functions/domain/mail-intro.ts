import { findPersonNames, isGivenName } from './person-name.ts';
import { findPersonalNumbers } from './personal-number.ts';
import type { Register } from './register.ts';
import type { Language, MailKind } from './vocabulary.ts';

/** The organisation's own words at the beginning of a kind of mail, within limits: L1, and what a receiver must be able to trust. */
export const introLimit = 400;
/** Stands for the number of the case, in mails that have one. */
const numberPlaceholder = '{caseNumber}';

export const introFaultCodes = ['too-long', 'link', 'address', 'personal-number', 'phone-number', 'person-name', 'placeholder-unknown', 'placeholder-without-number', 'markup', 'invisible-character'] as const;
export type IntroFaultCode = (typeof introFaultCodes)[number];

/** Before there is a case there is no number. */
const withoutNumber: ReadonlySet<MailKind> = new Set(['intakeCode', 'test', 'spotCheckDrawn', 'spotCheckReminder', 'routineReviewDue', 'routineReviewReminder',
  'meetingInvitation', 'meetingChanged', 'meetingCancelled', 'meetingNotesApproved', 'meetingNotesDue', 'meetingToPlan', 'guestAdded',
  'reportDrafted', 'reportReminder', 'reportEscalation', 'reportSubmitted', 'reportFeedbackReminder', 'reportFeedback', 'reportCopy', 'reportStopped',
  'deepAnalysisProposed', 'deepAnalysisDecided', 'deepAnalysisAssigned', 'deepAnalysisDue',
  'retentionReported', 'retentionReminder',
  'approvalWanted', 'approvalReminder', 'approvalCode', 'approvalAnswered', 'approvalMissing',
]);
export const mailNamesCase = (kind: MailKind): boolean => !withoutNumber.has(kind);

const link = /(?:https?|ftp|mailto|tel|sms|javascript|data):|\/\/|www\s*\.|[\p{L}\p{N}-]\.(?:se|com|net|org|eu|nu|info|example|io|app|dev|gov|dk|no|fi|de|uk|ru|cn|xyz|top|link)(?![\p{L}\p{N}])/iu;
/** Digits of a phone number, however they are grouped: what to call stands in the register, not in a mail. */
const phone = /(?:\+|\b0)\d(?:[\s().\-–/]{0,2}\d){6,}/u;
// A direction that is turned round, or a character without width, makes a text say something else than it shows.
const invisible = /[\p{Cf}\p{Co}\p{Cn}\u2028\u2029]|(?!\n)\p{Cc}/u;

/** A law is called by a name, and "Per" may begin a sentence: alone there, a given name is none. */
const namesPerson = (text: string): boolean => {
  const read = text.replaceAll(/\blex (?:maria|sarah)\b/giu, 'lagen');
  return findPersonNames(read).some(({ start, name }) => name.split(' ').some(isGivenName) && (name.includes(' ') || !/(?:^|[.!?:\n])\s*$/u.test(read.slice(0, start))));
};

/** Everything that is wrong with an introduction; none: it may be sent. Empty is none of its own. */
export function introFaults(kind: MailKind, intro: string): readonly IntroFaultCode[] {
  const text = intro.normalize('NFKC');
  const placeholders: readonly string[] = text.match(/[{}][^{}]*[{}]?/gu) ?? [];
  const wrong: readonly (readonly [IntroFaultCode, boolean])[] = [
    ['too-long', intro.length > introLimit],
    ['link', link.test(text)],
    ['address', text.includes('@')],
    ['personal-number', findPersonalNumbers(text).length > 0],
    ['phone-number', phone.test(text)],
    ['person-name', namesPerson(text)],
    ['placeholder-unknown', placeholders.some((placeholder) => placeholder !== numberPlaceholder)],
    ['placeholder-without-number', placeholders.includes(numberPlaceholder) && !mailNamesCase(kind)],
    ['markup', /[<>]/.test(text)],
    ['invisible-character', invisible.test(intro)],
  ];
  return wrong.flatMap(([code, found]) => (found ? [code] : []));
}

/** What stands in force for a kind and language, ready for a case's mail; null: nothing of one's own. */
export const introOf = ({ mailTexts }: Pick<Register, 'mailTexts'>, kind: MailKind, language: Language): string | null =>
  mailTexts.find((text) => text.kind === kind && text.language === language && text.active !== false)?.intro ?? null;
export const filledIntro = (intro: string | null, caseNumber: string): string | null => intro?.replaceAll(numberPlaceholder, caseNumber) ?? null;
