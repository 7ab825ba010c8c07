/*
 * Keeps the paper form, and nothing else, for when the system cannot be reached (domain.md H6). Its scope is /paper-form:
 * no other page passes here, and what it keeps holds nothing about anybody.
 */
const kept = 'paper-form';
const page = '/paper-form';
const form = '/api/paper-form';

/** The files that the page is made of, from the build's own list. */
async function filesOfPage() {
  const manifest = await (await fetch('/assets/manifest.json', { cache: 'reload' })).json();
  const files = new Set();
  const gather = (name) => {
    const chunk = manifest[name];
    if (!chunk || files.has(`/${chunk.file}`)) return;
    files.add(`/${chunk.file}`);
    for (const style of chunk.css ?? []) files.add(`/${style}`);
    for (const other of chunk.imports ?? []) gather(other);
  };
  for (const name of ['index.html', 'src/pages/paper-form/paper-form.tsx']) gather(name);
  return [...files];
}

/** Puts the newest form and its files in place of what was kept; all of it, or nothing. */
async function keep() {
  const wanted = [page, form, '/brygga.svg', ...await filesOfPage()];
  const answers = await Promise.all(wanted.map((address) => fetch(address, { cache: address.startsWith('/assets/') ? 'default' : 'reload' })));
  if (answers.some((answer) => !answer.ok)) throw new Error('The paper form could not be kept');
  const cache = await caches.open(kept);
  await Promise.all(wanted.map((address, index) => cache.put(address, answers[index])));
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!wanted.includes(pathname) || search !== '') await cache.delete(request);
  }
}

const ofCache = async (address) => (await (await caches.open(kept)).match(address)) ?? Response.error();

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => ofCache(page)));
    event.waitUntil(keep().catch(() => undefined));
  } else if (pathname === form && search === '') event.respondWith(fetch(request).catch(() => ofCache(form)));
  else if (pathname.startsWith('/assets/') || pathname === '/brygga.svg') event.respondWith(fetch(request).catch(() => ofCache(pathname)));
});
