import type { SiteConfiguration } from '../contracts/register.ts';
import type { Instant } from '../domain/case.ts';
import type { SitePorts } from './ports-site.ts';

/** Issuer and client to sign in with, the name and the phone of the organisation, the server's time. Nothing that needs a sign-in. */
export async function readConfiguration(ports: SitePorts, { caller }: { readonly caller: { readonly now: Instant } }): Promise<SiteConfiguration> {
  const [{ organisations }, phone] = await Promise.all([ports.registers.read(), ports.registers.callBackPhone()]);
  return { issuer: ports.issuer(), clientId: ports.clientId(), organisationName: organisations.find(({ own }) => own)?.name ?? '', callBackPhone: phone || null, now: caller.now };
}
