import * as z from 'zod/mini';
import { optionalText, textLimit } from './primitives.ts';

/** The parts of a reply as they are written; the root cause is one of its own where the routine asks for it so. */
export const replyPartTexts = z.strictObject({
  deviationReceived: optionalText(textLimit.long),
  investigation: optionalText(textLimit.long),
  rootCause: z.optional(optionalText(textLimit.long)),
  acuteActions: optionalText(textLimit.long),
  systematicActions: optionalText(textLimit.long),
});
