import type { SitePorts } from '../use-cases/ports-site.ts';
import { registerStore } from './case-stores.ts';
import { oidcClientId, oidcIssuer } from './environment.ts';

export const sitePorts = (): SitePorts => ({ registers: registerStore(), issuer: oidcIssuer, clientId: oidcClientId });
