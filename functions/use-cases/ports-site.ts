import type { RegisterStore } from './ports.ts';

/** What a page must know before anybody has signed in. */
export interface SitePorts {
  readonly registers: RegisterStore;
  readonly issuer: () => string;
  readonly clientId: () => string;
}
