import type { Language, ReplyPart } from '../../../functions/contracts/words.ts';
import { bilingual, language } from '../language/language.ts';
import { vocabulary } from '../language/vocabulary.ts';

const apart = bilingual({ investigation: 'Utredning' }, { investigation: 'Investigation' });

/** Names of a reply's parts. The root cause is told with the investigation, or has a part of its own where the routine asks for it so (H7). */
export const replyPartNames = (rootCauseApart: boolean, spoken: Language = language.value): Readonly<Record<ReplyPart, string>> => ({ ...vocabulary[spoken].part, ...(rootCauseApart && apart[spoken]) });
