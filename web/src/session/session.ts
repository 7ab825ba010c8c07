import { computed, signal } from '@preact/signals';
import type { Profile, SiteConfiguration } from '../../../functions/contracts/register.ts';

/** Who is signed in, in memory only: a reload asks the issuer again, a closed tab has nothing left. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
  readonly id: string | null;
  /** On the browser's monotonic clock, milliseconds. */
  readonly staleAt: number;
}
export type SessionState = 'starting' | 'signedOut' | 'signingIn' | 'signedIn' | 'locked';

export const configuration = signal<SiteConfiguration | null>(null);
export const sessionState = signal<SessionState>('starting');
/** Why the site's own configuration could not be read. */
export const startFailure = signal<unknown>(null);
export const profile = signal<Profile | null>(null);
export const tokens: { current: Tokens | null } = { current: null };

export const hasRole = (...wanted: readonly Profile['roles'][number]['role'][]): boolean =>
  profile.value?.roles.some(({ role }) => wanted.includes(role)) ?? false;
/** Those who handle cases, themselves or on behalf of a principal. */
export const handlesCases = computed(() => hasRole('unitManager', 'mas', 'mar', 'sas', 'investigator', 'administrator', 'caseCoordinator'));
export const watchesExecutions = computed(() => hasRole('systemAdministrator', 'administrator'));
