import type { Instant, OutgoingText, TextForm } from './case.ts';
import type { CommandContext, EventDraft } from './command.ts';
import { SendingBlocked } from './errors.ts';
import { findIdentifying, isNumber, isNumberMark, markOfNumber, unresolvedFindings, type IdentifyingFinding } from './identifying.ts';
import { personalNumberDigits } from './personal-number.ts';
import type { Register } from './register.ts';

/** Names that are no persons': organisations and units. */
export const knownNames = ({ organisations, units }: Pick<Register, 'organisations' | 'units'>): readonly string[] => [...organisations, ...units].map(({ name }) => name);

/** What a person says identifies nobody: by marks, or (personal numbers) as they were written. */
export interface SaidHarmless {
  readonly notIdentifying?: readonly string[] | undefined;
  readonly notPersonalNumbers?: readonly string[] | undefined;
}
const saidMarks = ({ notIdentifying = [], notPersonalNumbers = [] }: SaidHarmless): ReadonlySet<string> =>
  new Set([...notIdentifying, ...notPersonalNumbers.map((written) => markOfNumber(personalNumberDigits(written)))]);
const standing = (text: string, said: ReadonlySet<string>, register: Register): readonly string[] =>
  [...new Set(findIdentifying(text, knownNames(register)).map(({ mark }) => mark))].filter((mark) => said.has(mark));

/** What still stands in the way of a text that leaves: of an identified one personal numbers alone, which never leave (R4, L8). */
export const leftInText = ({ text, resolved, form }: Pick<OutgoingText, 'text' | 'resolved' | 'form'>, register: Register): readonly IdentifyingFinding[] =>
  unresolvedFindings(text, resolved, knownNames(register)).filter((finding) => form !== 'identified' || isNumber(finding));
/** The problem code of what is left, the worst first; null: nothing is. */
export const blockOf = (left: readonly IdentifyingFinding[]): 'personal-number-in-text' | 'identifying-in-text' | null => {
  if (left.length === 0) return null;
  return left.some(isNumber) ? 'personal-number-in-text' : 'identifying-in-text';
};

/**
 * Saving is never blocked (L8); what a person says identifies nobody is kept and logged by its mark, as far as it stands in
 * the text. A changed text must be confirmed anew.
 */
export const editedText = (
  before: OutgoingText | null, command: SaidHarmless & { readonly text: string }, { actor, now, register }: Pick<CommandContext, 'actor' | 'now' | 'register'>,
): { readonly text: OutgoingText; readonly event: EventDraft } => {
  const resolved = standing(command.text, saidMarks(command), register);
  const text: OutgoingText = { text: command.text, editedBy: actor, editedAt: now, resolved, ...(before?.form !== undefined && { form: before.form }) };
  const left = unresolvedFindings(command.text, resolved, knownNames(register));
  return {
    text,
    event: {
      type: 'outgoingTextEdited',
      detail: {
        characters: command.text.length, notPersonalNumbers: resolved.filter(isNumberMark).length, personalNumbers: left.filter(isNumber).length, notIdentifying: resolved.join(' '), findings: left.length,
      },
    },
  };
};

/** design.md 1.6: what leaves was confirmed by a person after the checks. @throws SendingBlocked */
export const confirmedText = (text: OutgoingText | null, form: TextForm, { actor, now, register }: { readonly actor: string; readonly now: Instant; readonly register: Register }): OutgoingText => {
  if (text === null) throw new SendingBlocked('text-not-confirmed');
  const confirmed: OutgoingText = { ...text, form, confirmedBy: actor, confirmedAt: now };
  const block = blockOf(leftInText(confirmed, register));
  if (block !== null) throw new SendingBlocked(block);
  return confirmed;
};

/**
 * A short text that leaves as it is written: a reason, a motivation, a question (L1, L8). Gives what to write down of it: the
 * marks of what its writer says identifies nobody. @throws SendingBlocked
 */
export const demandNothingIdentifying = (command: SaidHarmless & { readonly text: string }, register: Register): { readonly notIdentifying?: string } => {
  const resolved = standing(command.text, saidMarks(command), register);
  const block = blockOf(unresolvedFindings(command.text, resolved, knownNames(register)));
  if (block !== null) throw new SendingBlocked(block);
  return resolved.length > 0 ? { notIdentifying: resolved.join(' ') } : {};
};
