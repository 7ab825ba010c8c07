import { localDate } from '../domain/calendar.ts';
import { toUser } from '../domain/command.ts';
import type { Instant } from '../domain/case.ts';
import { mailEntry } from '../domain/outbox.ts';
import { handlersOf } from '../domain/role-holders.ts';
import type { ClockPorts } from './ports-relay.ts';

export interface Bounce {
  readonly caseId: string;
  readonly mailId: string;
  /** Link epoch of the mail; null where it carried none. */
  readonly epoch: number | null;
  readonly kind: 'bounce' | 'complaint' | 'reject';
  /** Permanent, Transient…, as the mail service names it. */
  readonly type: string;
  readonly at: Instant;
}

/** Puts a bounce on the case's timeline and tells the handler; once a mail, however often the notice comes. */
export async function recordBounce(ports: ClockPorts, bounce: Bounce): Promise<'recorded' | 'ignored'> {
  const loaded = await ports.cases.load(bounce.caseId);
  const concerned = loaded?.case;
  const id = `bounced-${bounce.mailId}`;
  if (concerned === undefined || (await ports.cases.events(bounce.caseId)).some((event) => event.id === id)) {
    ports.log.info('record-ignored', { caseId: bounce.caseId, mailId: bounce.mailId });
    return 'ignored';
  }
  const register = await ports.registers.read();
  const ofRequest = bounce.epoch !== null && concerned.request?.epoch === bounce.epoch;
  // A bounce of the mail about a bounce would go round for ever.
  const mails = bounce.mailId.includes('.bounced.') ? [] : handlersOf(register, concerned, localDate(bounce.at)).map((userId) =>
    mailEntry({ caseId: concerned.id, mail: 'bounced', recipient: toUser(userId), occasion: bounce.mailId.split('.').slice(1).join('-') }));
  await ports.cases.record({
    caseId: concerned.id, at: bounce.at, expected: {},
    ...(ofRequest && bounce.epoch !== null && { bounced: { epoch: bounce.epoch, at: bounce.at } }),
    events: [{ id, caseId: concerned.id, at: bounce.at, type: 'mailBounced', actor: 'clock', detail: { mailId: bounce.mailId, kind: bounce.kind, type: bounce.type } }],
    outbox: mails,
  });
  ports.log.warn('mail-bounced', { caseId: concerned.id, mailId: bounce.mailId, reason: bounce.kind });
  return 'recorded';
}
