import type { Instant, OutgoingText } from './case.ts';
import type { EventDraft } from './command.ts';
import { SendingBlocked } from './errors.ts';
import { findPersonalNumbers, personalNumberDigits, remainingPersonalNumbers } from './personal-number.ts';

interface By {
  readonly actor: string;
  readonly now: Instant;
}

/**
 * Saving is never blocked (L8); what a person says is no personal number is kept and logged, as far as it stands in
 * the text. A changed text must be confirmed anew.
 */
export const editedText = (command: { readonly text: string; readonly notPersonalNumbers: readonly string[] }, { actor, now }: By): { readonly text: OutgoingText; readonly event: EventDraft } => {
  const said = new Set(command.notPersonalNumbers.map(personalNumberDigits));
  const dismissed = [...new Set(findPersonalNumbers(command.text).map(({ digits }) => digits))].filter((digits) => said.has(digits));
  return {
    text: { text: command.text, editedBy: actor, editedAt: now, notPersonalNumbers: dismissed },
    event: {
      type: 'outgoingTextEdited',
      detail: { characters: command.text.length, notPersonalNumbers: dismissed.length, personalNumbers: remainingPersonalNumbers(command.text, dismissed).length },
    },
  };
};

/** design.md 1.6: what leaves was confirmed by a person after the checks. @throws SendingBlocked */
export const confirmedText = (text: OutgoingText | null, { actor, now }: By): OutgoingText => {
  if (text === null) throw new SendingBlocked('text-not-confirmed');
  if (remainingPersonalNumbers(text.text, text.notPersonalNumbers).length > 0) throw new SendingBlocked('personal-number-in-text');
  return { ...text, confirmedBy: actor, confirmedAt: now };
};

/** L8: a short text that leaves as it is written: a reason, a motivation, a question. @throws SendingBlocked */
export const demandNoPersonalNumber = (text: string): void => {
  if (findPersonalNumbers(text).length > 0) throw new SendingBlocked('personal-number-in-text');
};
