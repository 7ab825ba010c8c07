import { routes } from '../../../functions/contracts/routes.ts';
import { createClient } from './client.ts';
import { browser } from './first-call.ts';

/** The pages' client, of every operation. It comes with the pages and not with the first view. */
export const call = createClient(browser, routes);
