import { signal } from '@preact/signals';
import type { Language } from '../../../functions/contracts/words.ts';

/** In the order they are offered; said here, since the whole vocabulary would come into the first view with it. */
export const offeredLanguages = ['sv', 'en'] as const satisfies readonly Language[];

/** The language of the page. Swedish first; a profile, a unit of the register or the reader's own choice changes it. */
export const language = signal<Language>('sv');

/** The same keys with the same kinds of values: a missing English text does not compile. */
export type Wording<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Wording<T[K]>;
};

/** Both wordings of a page; call the result while rendering, and the page follows the language. */
export function bilingual<const T extends object>(sv: T, en: Wording<T>): (() => Wording<T>) & { readonly sv: Wording<T>; readonly en: Wording<T> } {
  const wordings = { sv: sv as Wording<T>, en };
  return Object.assign(() => wordings[language.value], wordings);
}
