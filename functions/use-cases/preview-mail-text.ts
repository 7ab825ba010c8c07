import type { MailTextPreview } from '../contracts/mail-text.ts';
import { addDays, localDate } from '../domain/calendar.ts';
import type { MailKind } from '../domain/vocabulary.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { senderName } from './mail-recipient.ts';
import { previewOf, type Intros } from './mail-preview.ts';
import type { Caller, StaffPorts } from './ports.ts';

/** Mails as they would be sent, in both languages. Changes nothing. @throws UnknownUser, NotAllowed */
export async function previewMailText(ports: Pick<StaffPorts, 'registers'> & { readonly siteOrigin: () => string }, { caller, body }: { readonly caller: Caller; readonly body: { readonly kind: MailKind; readonly intros: Intros } }): Promise<MailTextPreview> {
  const { register, user } = await demandAdministrator(ports, caller);
  return previewOf(body.kind, body.intros, { sender: senderName(register, user.unitId), siteOrigin: ports.siteOrigin(), replyBy: addDays(localDate(caller.now), 30) });
}
