import type { Case } from '../case.ts';

/** R9: what a group sees of a case: a text that somebody has confirmed as de-identified; null: there is none. */
export const deidentifiedTextOf = ({ outgoingText }: Pick<Case, 'outgoingText'>, _groupId: string): string | null =>
  outgoingText !== null && outgoingText.confirmedAt !== undefined && outgoingText.form === 'deidentified' ? outgoingText.text : null;
