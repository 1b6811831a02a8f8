// Keeps the page for a counter without network, and nothing else: no list, no letter, no page with somebody's name. The server
// writes the first line, with `version` and `files`.

const prefix = 'kiesloket-zonder-netwerk-'
const cacheName = prefix + version

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'reload' }))
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fresh)))
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))))
})

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin || !files.includes(pathname)) return
  const kept = caches.open(cacheName).then((cache) => cache.match(pathname))
  event.respondWith(kept.then((answer) => answer ?? fetch(event.request)))
})
