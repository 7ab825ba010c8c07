import type { RegisterName } from '../../../../../functions/contracts/words.ts';

/** In the order of the page; mail texts have a page of their own. */
export const shownRegisters = ['organisations', 'units', 'users', 'roles', 'areas', 'agreements', 'suppliers', 'onCallTimes', 'groups', 'settings'] as const satisfies readonly RegisterName[];
export type ShownRegister = (typeof shownRegisters)[number];
