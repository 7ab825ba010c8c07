import { bareAddress } from './mime-message.ts';
import type { MailboxFault, MailOutcome, StoredMail } from './mailbox.ts';

/** Addresses of SES's own simulator, with what they do. */
const simulator: ReadonlyMap<string, MailboxFault> = new Map([
  ['bounce@simulator.amazonses.com', 'bounce'],
  ['complaint@simulator.amazonses.com', 'complaint'],
]);

/** Mail to `bounce+label@simulator…` acts as without the label. */
function faultOf(address: string, faults: ReadonlyMap<string, MailboxFault>): MailboxFault | undefined {
  const bare = bareAddress(address).toLowerCase();
  return faults.get(bare) ?? simulator.get(bare.replace(/\+[^@]*@/, '@'));
}

export function outcomeOf(recipients: readonly string[], faults: ReadonlyMap<string, MailboxFault>): MailOutcome {
  const found = recipients.map((recipient) => faultOf(recipient, faults));
  if (found.includes('bounce')) return 'bounced';
  return found.includes('complaint') ? 'complained' : 'delivered';
}

export interface SentMail {
  readonly mail: StoredMail;
  readonly recipients: readonly string[];
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly accountId: string;
  readonly region: string;
}

/** The records that SES publishes for one mail with a configuration set: Send, then what became of it per outcome. */
export function eventRecords(sent: SentMail, faults: ReadonlyMap<string, MailboxFault>): readonly unknown[] {
  const { mail, recipients } = sent;
  const bounced = recipients.filter((recipient) => faultOf(recipient, faults) === 'bounce');
  const complained = recipients.filter((recipient) => faultOf(recipient, faults) === 'complaint');
  const delivered = recipients.filter((recipient) => !bounced.includes(recipient));
  const records: unknown[] = [{ eventType: 'Send', mail: mailObject(sent), send: {} }];
  if (bounced.length > 0) {
    records.push({
      eventType: 'Bounce',
      bounce: {
        feedbackId: `${mail.id}-bounce`,
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: bounced.map((emailAddress) => ({
          emailAddress,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        })),
        timestamp: mail.at,
        reportingMTA: 'dsn; local',
      },
      mail: mailObject(sent),
    });
  }
  if (delivered.length > 0) {
    records.push({
      eventType: 'Delivery',
      mail: mailObject(sent),
      delivery: { timestamp: mail.at, processingTimeMillis: 0, recipients: delivered, smtpResponse: '250 ok', reportingMTA: 'local' },
    });
  }
  if (complained.length > 0) {
    records.push({
      eventType: 'Complaint',
      complaint: {
        feedbackId: `${mail.id}-complaint`,
        complaintSubType: null,
        complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
        timestamp: mail.at,
        complaintFeedbackType: 'abuse',
      },
      mail: mailObject(sent),
    });
  }
  return records;
}

function mailObject({ mail, recipients, configurationSet, tags, accountId, region }: SentMail): unknown {
  const source = bareAddress(mail.from);
  return {
    timestamp: mail.at,
    source,
    sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${source}`,
    sendingAccountId: accountId,
    messageId: mail.id,
    destination: recipients,
    headersTruncated: false,
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:source-ip': ['127.0.0.1'],
      'ses:configuration-set': [configurationSet],
      'ses:from-domain': [source.slice(source.lastIndexOf('@') + 1)],
      ...tags,
    },
  };
}
