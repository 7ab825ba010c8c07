import type { MailDraft } from '../command.ts';
import { toFiler } from '../command.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { Surroundings } from '../recipients.ts';
import type { Register } from '../register.ts';

/** Where whoever filed is reached: a party's unit at its registered function mailbox, others where they said; null: by post only. */
export const filerMailbox = (concerned: Pick<IncomingCase, 'report' | 'source'>, register: Register): string | null =>
  register.units.find(({ id }) => id === concerned.report.partyUnitId)?.mailbox ?? concerned.source.filer.mailbox;
/** With the status link; to nobody where there is no mailbox. */
export const toWhoeverFiled = (concerned: IncomingCase, { register }: Surroundings, draft: Omit<MailDraft, 'to'>): readonly MailDraft[] =>
  filerMailbox(concerned, register) === null ? [] : [{ ...draft, to: toFiler, linkEpoch: concerned.filerLinkEpoch }];
