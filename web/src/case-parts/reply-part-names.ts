import type { ReplyPart } from '../../../functions/contracts/words.ts';
import { bilingual } from '../language/language.ts';
import { vocabulary } from '../language/vocabulary.ts';

const apart = bilingual({ investigation: 'Utredning' }, { investigation: 'Investigation' });

/** Names of a reply's parts. The root cause is told with the investigation, or has a part of its own where the routine asks for it so (H7). */
export const replyPartNames = (rootCauseApart: boolean): Readonly<Record<ReplyPart, string>> => ({ ...vocabulary().part, ...(rootCauseApart && apart()) });
