import type { ShownRegister } from './shown-registers.ts';

/** A row's page. Its key may hold who somebody is: it stands after the #, which no server and no log of requests gets to see. */
export const rowAddress = (register: ShownRegister, key: string): string => `/administration/registers/${register}/row#key=${encodeURIComponent(key)}`;
/** The key in the part of an address after the #; null where something else stands there, such as a place on the page. */
export const keyInAddress = (hash: string): string | null => new URLSearchParams(hash.slice(1)).get('key');
