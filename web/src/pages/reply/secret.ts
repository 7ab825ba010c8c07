import { signal } from '@preact/signals';

/** The secret of the link in the mail: only in this page's memory, never in the address, the history or a store. */
export const secret = signal<string | null>(null);

const linked = ['/reply', '/status', '/approval', '/submitted-report'];
/** Moves the secret from the fragment into memory; also when another link is opened in the same tab. */
export function takeSecret(): void {
  const take = () => {
    const path = location.pathname.replace(/\/$/, '');
    if (!linked.includes(path) || location.hash.length < 2) return;
    secret.value = location.hash.slice(1);
    history.replaceState(null, '', path);
  };
  take();
  addEventListener('hashchange', take);
}
