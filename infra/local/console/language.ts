export type Language = 'sv' | 'en';

export function languageNamed(text: string | null | undefined): Language | undefined {
  return text === 'sv' || text === 'en' ? text : undefined;
}

/** The first of Swedish and English that a list such as `en-GB,en;q=0.9` asks for; Swedish otherwise. */
export function preferredLanguage(accepted: string | undefined): Language {
  for (const part of (accepted ?? '').split(/[,\s]+/)) {
    const found = languageNamed(part.trim().slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return 'sv';
}
