import { checkAddress } from './addresses.ts';
import type { Mailbox } from './mailbox.ts';
import type { QueryParameters, XmlNode } from './query-protocol.ts';

/**
 * Actions on identities. Nobody can click on a verification mail here, so an identity is verified
 * as soon as it is asked for; on AWS it stays pending until then.
 */
export class Identities {
  readonly #mailbox: Mailbox;
  readonly #declared: readonly string[];

  /** @param declared addresses and domains that the template verifies */
  constructor(mailbox: Mailbox, declared: readonly string[]) {
    this.#mailbox = mailbox;
    this.#declared = declared;
  }

  all(): readonly string[] {
    return [...new Set([...this.#declared, ...this.#mailbox.identities()])];
  }

  verifyAddress(parameters: QueryParameters): XmlNode {
    this.#mailbox.verify(checkAddress(parameters.required('EmailAddress')));
    return {};
  }

  verifyDomain(parameters: QueryParameters): XmlNode {
    const domain = parameters.required('Domain');
    this.#mailbox.verify(domain);
    return { VerificationToken: Buffer.from(domain).toString('base64url') };
  }

  remove(parameters: QueryParameters): XmlNode {
    this.#mailbox.forget(parameters.required('Identity'));
    return {};
  }

  list(parameters: QueryParameters): XmlNode {
    const type = parameters.text('IdentityType');
    const wanted = this.all().filter((identity) => type === undefined || (type === 'EmailAddress') === identity.includes('@'));
    const start = Number(parameters.text('NextToken') ?? 0);
    const end = start + (parameters.number('MaxItems') ?? 1000);
    return {
      Identities: { member: wanted.slice(start, end) },
      ...(end < wanted.length && { NextToken: String(end) }),
    };
  }

  attributes(parameters: QueryParameters): XmlNode {
    const known = this.all().map((identity) => identity.toLowerCase());
    const entry = parameters
      .list('Identities')
      .filter((identity) => known.includes(identity.toLowerCase()))
      .map((identity) => ({ key: identity, value: { VerificationStatus: 'Success' } }));
    return { VerificationAttributes: { entry } };
  }
}
