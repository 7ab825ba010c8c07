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

/** Longer than this, and the network is taken to be gone: somebody stands waiting with a pen. */
const patience = 4000;
/** What the network has, or what is kept: also where the system answers that it is down. */
const answerFor = async (request, address) => {
  const fallback = await (await caches.open(kept)).match(address);
  const network = fetch(request).then((answer) => (fallback && (answer.status >= 500 || answer.status === 429) ? fallback : answer), () => fallback ?? Response.error());
  return fallback ? Promise.race([network, new Promise((resolve) => setTimeout(resolve, patience, fallback))]) : network;
};

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(answerFor(request, page));
    event.waitUntil(keep().catch(() => undefined));
  } else if (pathname === form) event.respondWith(answerFor(request, form));
  else if (pathname.startsWith('/assets/') || pathname === '/brygga.svg') event.respondWith(answerFor(request, pathname));
});
