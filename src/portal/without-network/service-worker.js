// Shows a page that was kept on this phone when the network does not bring it, or not soon. It keeps nothing by itself: the
// script of the page does. The server writes the first lines, with `cacheName`, `closed` and `door`.

/** In a queue the bars of a phone say there is network long after there is none. */
const patienceMs = 4000
const fileKinds = ['style', 'font', 'image', 'script']
const untilHeader = 'Kiesloket-Until'
/** From then on, in milliseconds, it is needed where nobody can wait. */
const neededHeader = 'Kiesloket-Needed'
const copyQuery = '?kopie=toon'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request
  const { origin, pathname, search } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate') event.respondWith(showPage(event.request, pathname, search))
  else if (fileKinds.includes(destination)) event.respondWith(giveFile(event.request, pathname))
})

async function giveFile(request, pathname) {
  return (await find(pathname)) ?? fetch(request)
}

/**
 * What the server says now goes first, also that one has to log in: on the day itself with the copy beside it. A server that is out of
 * order says nothing.
 */
async function showPage(request, pathname, search) {
  const kept = await keptPage(pathname)
  if (!kept) return fetch(request)
  const asked = fetch(request).catch(() => undefined)
  const answer = await Promise.race([asked, new Promise((late) => setTimeout(late, patienceMs))])
  if (!answer || answer.status >= 500) return kept
  if (answer.type === 'opaqueredirect') {
    if (!isNeeded(kept)) return answer
    return search === copyQuery ? kept : ownPage(doorTo(pathname))
  }
  if (kept.headers.has(untilHeader) && !answer.headers.has(untilHeader)) await forget(pathname)
  return answer
}

function isNeeded(kept) {
  const from = Number(kept.headers.get(neededHeader))
  return from > 0 && Date.now() >= from
}

const doorTo = (pathname) => door.replaceAll('COPY', pathname + copyQuery).replaceAll('SCREEN', pathname)

/** After its last moment a page is gone for good; that it was there may be said. */
async function keptPage(pathname) {
  const kept = await find(pathname)
  const until = kept?.headers.get(untilHeader)
  if (!until || Date.now() < Number(until)) return kept
  const cache = await caches.open(cacheName)
  await cache.put(pathname, ownPage(closed))
  return ownPage(closed)
}

/** Names nobody, and does nothing. */
function ownPage(html) {
  const policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
  return new Response(html, { headers })
}

/** Looks without making the cache: one that is there says that something is kept. */
const find = (pathname) => caches.match(pathname, { cacheName })

async function forget(pathname) {
  const cache = await caches.open(cacheName)
  await cache.delete(pathname)
}
