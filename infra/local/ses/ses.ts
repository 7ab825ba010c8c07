import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { checkAddress, checkRecipients, isVerified } from './addresses.ts';
import { eventRecords, outcomeOf } from './events.ts';
import { Identities } from './identities.ts';
import { Mailbox, type MailboxFault, type StoredMail } from './mailbox.ts';
import { failure, QueryParameters, SesError, success, type WireAnswer, type XmlNode } from './query-protocol.ts';
import { draftFromParts, draftFromRaw, headerRecord, type Draft } from './sending.ts';
import { sendQuota, sendStatistics } from './statistics.ts';

export type { StoredMail } from './mailbox.ts';

export interface SesDependencies {
  readonly db: DatabaseSync;
  /** Simulated instant, ms epoch. */
  readonly now: () => number;
  /**
   * One SES event record (`eventType`, `mail`, …) of a mail sent with a configuration set; handed
   * over at least once. `eventDestinationsOf` says where the template wants it.
   */
  readonly onNotification: (detail: unknown) => void;
  /** Verified addresses and domains that the template declares. */
  readonly identities?: readonly string[];
  /** Names of configuration sets; any is accepted when this is left out. */
  readonly configurationSets?: readonly string[];
  readonly region?: string;
  readonly accountId?: string;
  /** For tests: the error that an action ends with instead of being done. */
  readonly faults?: (action: string) => SesError | undefined;
}

/** SES v1 (query protocol) with a durable mailbox in place of the Internet. */
export class Ses {
  readonly #dependencies: SesDependencies;
  readonly #mailbox: Mailbox;
  readonly #identities: Identities;

  constructor(dependencies: SesDependencies) {
    this.#dependencies = dependencies;
    this.#mailbox = new Mailbox(dependencies.db);
    this.#identities = new Identities(this.#mailbox, dependencies.identities ?? []);
  }

  /** Hands over what a crash left undelivered. */
  start(): void {
    for (const { id, detail } of this.#mailbox.notifications()) {
      this.#dependencies.onNotification(detail);
      this.#mailbox.handedOver(id);
    }
  }

  /** One request of the query protocol; errors are answers, in AWS's form. */
  async handle(body: string): Promise<WireAnswer> {
    const parameters = new QueryParameters(body);
    const action = parameters.text('Action') ?? '';
    try {
      const fault = this.#dependencies.faults?.(action);
      if (fault) throw fault;
      return success(action, this.#perform(action, parameters));
    } catch (cause) {
      if (cause instanceof SesError) return failure(cause);
      throw cause;
    }
  }

  /** Newest first. */
  list(): StoredMail[] {
    return this.#mailbox.list();
  }

  read(id: string): StoredMail | undefined {
    return this.#mailbox.read(id);
  }

  /** Addresses that were told to bounce or to complain. */
  faults(): ReadonlyMap<string, MailboxFault> {
    return this.#mailbox.faults();
  }

  setFault(address: string, fault: MailboxFault | undefined): void {
    this.#mailbox.setFault(address, fault);
  }

  #perform(action: string, parameters: QueryParameters): XmlNode {
    switch (action) {
      case 'SendEmail':
        return this.#send(draftFromParts(parameters));
      case 'SendRawEmail':
        return this.#send(draftFromRaw(parameters));
      case 'GetSendQuota':
        return sendQuota(this.#mailbox, this.#dependencies.now());
      case 'GetSendStatistics':
        return { SendDataPoints: { member: sendStatistics(this.#mailbox, this.#dependencies.now()) } };
      case 'GetAccountSendingEnabled':
        return { Enabled: true };
      case 'VerifyEmailIdentity':
      case 'VerifyEmailAddress':
        return this.#identities.verifyAddress(parameters);
      case 'VerifyDomainIdentity':
        return this.#identities.verifyDomain(parameters);
      case 'DeleteIdentity':
        return this.#identities.remove(parameters);
      case 'ListIdentities':
        return this.#identities.list(parameters);
      case 'GetIdentityVerificationAttributes':
        return this.#identities.attributes(parameters);
      default:
        throw new SesError('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
    }
  }

  #send(draft: Draft): XmlNode {
    const { region = 'eu-north-1', accountId = '000000000000', configurationSets, now } = this.#dependencies;
    const sender = checkAddress(draft.source);
    const recipients = checkRecipients(draft.recipients);
    if (!isVerified(sender, this.#identities.all())) {
      throw new SesError('MessageRejected', `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${sender}`);
    }
    const { configurationSet } = draft;
    if (configurationSet !== undefined && configurationSets !== undefined && !configurationSets.includes(configurationSet)) {
      throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
    }
    const at = now();
    const faults = this.#mailbox.faults();
    const mail: StoredMail = {
      id: `${randomBytes(8).toString('hex')}-${randomUUID()}-000000`,
      at: new Date(at).toISOString(),
      from: draft.source,
      to: draft.to.length > 0 ? draft.to : recipients,
      subject: draft.subject,
      text: draft.text,
      html: draft.html,
      headers: headerRecord(draft.headers),
      outcome: outcomeOf(recipients, faults),
    };
    const sent = configurationSet === undefined ? undefined : { mail, recipients, configurationSet, tags: draft.tags, accountId, region };
    this.#mailbox.keep(mail, at, sent ? eventRecords(sent, faults) : []);
    this.start();
    return { MessageId: mail.id };
  }
}
