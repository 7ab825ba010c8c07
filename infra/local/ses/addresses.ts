import { bareAddress } from './mime-message.ts';
import { SesError } from './query-protocol.ts';

/** SES takes at most this many recipients per message. */
const mostRecipients = 50;

/** @throws SesError InvalidParameterValue with the service's own words */
export function checkAddress(address: string): string {
  const bare = bareAddress(address);
  const at = bare.lastIndexOf('@');
  const invalid = (message: string): SesError => new SesError('InvalidParameterValue', message);
  if (at < 0) throw invalid("Missing final '@domain'");
  const local = bare.slice(0, at);
  const domain = bare.slice(at + 1);
  if (local === '') throw invalid('Missing local name');
  if (domain === '') throw invalid('Missing domain');
  if (/[\s\p{Cc}]/u.test(local)) throw invalid('Local address contains control or whitespace');
  if (/[^\p{ASCII}]/u.test(local)) throw invalid('Local address contains non-ASCII characters');
  if (/[\s\p{Cc}]/u.test(domain)) throw invalid('Domain contains control or whitespace');
  if (domain.startsWith('.')) throw invalid('Domain starts with dot');
  if (domain.includes('..')) throw invalid('Domain contains dot-dot');
  return bare;
}

/** @throws SesError when there are none or too many, or one is malformed */
export function checkRecipients(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) throw new SesError('InvalidParameterValue', 'Empty required header \'To\'.');
  if (addresses.length > mostRecipients) throw new SesError('InvalidParameterValue', `Recipient count exceeds ${mostRecipients}.`);
  return addresses.map(checkAddress);
}

/** Whether the address, or its domain (or a parent of it), is a verified identity. */
export function isVerified(address: string, identities: readonly string[]): boolean {
  const bare = bareAddress(address).toLowerCase();
  const domain = bare.slice(bare.lastIndexOf('@') + 1);
  return identities.some((identity) => {
    const verified = identity.toLowerCase();
    return verified.includes('@') ? verified === bare : domain === verified || domain.endsWith(`.${verified}`);
  });
}
