import { type Route, read } from './route.ts';

/** What is called before any page is: the site's configuration, who the person is, and the language they choose. All that the first view carries of the routes. */
export const firstRoutes = {
  'read-configuration': { ...read('/api/configuration'), auth: 'none' },
  'read-profile': read('/api/me'),
  'set-language': { method: 'PUT', path: '/api/me/language', auth: 'staff', command: true, status: 200 },
} as const satisfies Record<string, Route>;
