// Has the browser keep a page, with all that it asks for when it opens, for its service worker to show without network.

/**
 * @param {{ cacheName: string, from: string, scope: string, worker: string, files: Iterable<string> }} page where it is asked
 * (`from`), at which address it is shown (`scope`), and what it needs beside what its own HTML names
 */
export async function keepPage({ cacheName, from, scope, worker, files }) {
  // A page that is for everybody came just now, and the browser still has it; it keeps none of a citizen's own (`no-store`).
  const page = await fetched(from, 'force-cache')
  const needed = [...new Set([...named(await page.clone().text()), ...files])]
  const answers = await Promise.all(needed.map((one) => fetched(one)))
  // Only what came in whole takes the place of what was there.
  await caches.delete(cacheName)
  const cache = await caches.open(cacheName)
  await Promise.all(answers.map((answer, place) => cache.put(needed[place], answer)))
  await navigator.serviceWorker.register(worker, { scope })
  await cache.put(scope, page)
}

function named(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const linked = [...page.querySelectorAll('link[href]')].map((link) => link.getAttribute('href'))
  return [...linked, ...[...page.querySelectorAll('[src]')].map((one) => one.getAttribute('src'))]
}

async function fetched(address, cache = 'default') {
  const answer = await fetch(address, { cache, redirect: 'error' })
  if (!answer.ok) throw new Error(`${address} can’t be kept`)
  return answer
}
