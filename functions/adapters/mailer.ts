import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { Throttled } from '../domain/errors.ts';
import { mailTag } from '../mail/mail-mark.ts';
import { toMime } from '../mail/mime.ts';
import type { Mailer } from '../use-cases/ports-relay.ts';
import { sesClient } from './clients.ts';
import { mailConfigurationSet, mailSender } from './environment.ts';

/** Answers that mean: nothing went out, and the same letter will not go out later either. */
const rejecting: ReadonlySet<string> = new Set(['MessageRejected']);
/** Answers that mean: nothing went out, try again. An unverified sender, a paused account, or a request of ours that is wrong, is an operator's to mend. */
const waiting: ReadonlySet<string> = new Set([
  'Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException', 'ServiceUnavailable',
  'MailFromDomainNotVerifiedException', 'AccountSendingPausedException', 'ConfigurationSetSendingPausedException', 'ConfigurationSetDoesNotExistException',
  'InvalidParameterValue',
]);

export const mailer: Mailer = {
  async send(letter) {
    const from = mailSender();
    const raw = toMime(letter, { from, to: letter.to, mailId: letter.mailId, date: new Date(letter.at), language: letter.language });
    const tags = { caseId: letter.caseId, mailId: mailTag(letter.mailId), ...(letter.linkEpoch !== null && { linkEpoch: String(letter.linkEpoch) }) };
    try {
      const { MessageId } = await sesClient().send(new SendRawEmailCommand({
        Source: from, Destinations: [letter.to], ConfigurationSetName: mailConfigurationSet(),
        RawMessage: { Data: Buffer.from(raw, 'utf8') },
        // What a bounce notice brings back (record-bounce).
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      }));
      return { kind: 'sent', messageId: MessageId ?? '' };
    } catch (error) {
      if (error instanceof Error && mustWait(error)) throw new Throttled('The mail service asks to wait');
      if (error instanceof Error && rejecting.has(error.name)) return { kind: 'rejected' };
      throw error;
    }
  },
};

/** The service never got the letter, or will take it once an operator has verified the sender. */
const mustWait = (error: Error): boolean =>
  waiting.has(error.name) || error.message.includes('not verified') || ('code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND'));
