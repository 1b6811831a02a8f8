// Shows, where a page of the counter for duplicates can't be had, a page that says so and leads to the counter without network. Nothing
// of a page that was shown is kept. The server writes the first lines, with `version`, `page`, `files` and `counter`.

const prefix = 'kiesloket-niet-bereikbaar-'
const cacheName = prefix + version
const pagesOfCounter = new RegExp(counter)

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'reload' }))
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fresh)))
  // It holds no work of anybody: another release takes over while pages are open.
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))))
})

const kept = (file) => caches.open(cacheName).then((cache) => cache.match(file))

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (origin !== self.location.origin) return
  const instead = async () => (await kept(page)) ?? Response.error()
  if (mode === 'navigate' && pagesOfCounter.test(pathname))
    event.respondWith(fetch(event.request).catch(instead))
  else if (method === 'GET' && files.includes(pathname))
    event.respondWith(kept(pathname).then((answer) => answer ?? fetch(event.request)))
})
