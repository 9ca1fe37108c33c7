// The page without a network. All files of one build lie in one cache that bears the build's digest. A new build fills a
// cache of its own and takes over when no page of the old one is open, so that a page never meets files of two builds.

const CACHE = '__CACHE__';
const FILES = ['__FILES__'];

self.addEventListener('install', (event) => {
  const requests = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('schemerge-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  const folder = new URL('./', self.location.href).pathname;
  const file = url.pathname === folder ? 'index.html' : url.pathname.slice(folder.length);
  if (FILES.includes(file)) {
    event.respondWith(
      caches
        .open(CACHE)
        .then((cache) => cache.match(file))
        .then((kept) => kept ?? fetch(request)),
    );
  }
});
