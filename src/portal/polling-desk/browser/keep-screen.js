// Keeps the screen for the polling bureau on this phone, and takes it away again: when somebody asks, at logging out, after
// polling day. Only one screen is kept at a time. Runs on the page and on the kept copy of it.

import { keepPage } from '../../without-network/browser/keep-page.js'

const root = document.querySelector('[data-polling-desk]')
const { copy, worker, scope, until, files, signOut, cacheName, notKept } = root.dataset
const isCopy = copy === undefined
let isKept = isCopy && location.pathname === scope

/** A cookie, because logging out clears all else that this site keeps (`Clear-Site-Data`); it says nothing about who. */
const refusal = {
  isThere: () => document.cookie.split('; ').includes(`${notKept}=ja`),
  note: () => writeCookie('ja', 365 * 24 * 3600),
  forget: () => writeCookie('', 0),
}

function writeCookie(value, seconds) {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have had no other way for long
  document.cookie = `${notKept}=${value}; Max-Age=${seconds}; Path=/; SameSite=Lax${secure}`
}

function show(...names) {
  for (const part of root.querySelectorAll('[data-part]')) part.hidden = !names.includes(part.dataset.part)
}

async function keep() {
  try {
    await keepPage({ cacheName, from: copy, scope, worker, files: JSON.parse(files) })
    isKept = true
    show('kept')
  } catch {
    // No service worker or no room here, or logged out meanwhile: what stands on the screen still holds.
    await wipe()
    show('failed')
  }
}

async function wipe() {
  isKept = false
  await globalThis.caches?.delete(cacheName)
  const registration = await navigator.serviceWorker?.getRegistration(scope)
  await registration?.unregister()
}

/** What is on the screen goes too: it may stand open in another window, or come back by the back button. */
async function look() {
  if (Date.now() >= Number(until)) {
    root.querySelector('[data-screen]')?.remove()
    show('over')
    await wipe()
  } else if (isKept && !(await caches.has(cacheName))) {
    root.querySelector('[data-screen]')?.remove()
    location.reload()
  }
}

const deeds = {
  async wipe() {
    refusal.note()
    await wipe()
    if (isCopy) root.querySelector('[data-screen]')?.remove()
    show('wiped')
  },
  async keep() {
    refusal.forget()
    await keep()
  },
}
for (const button of root.querySelectorAll('[data-do]'))
  button.addEventListener('click', () => deeds[button.dataset.do]())

for (const form of document.querySelectorAll(`form[action="${signOut}"]`))
  form.addEventListener('submit', async (event) => {
    // First what is on this phone: the server may be out of reach.
    event.preventDefault()
    await wipe().finally(() => form.submit())
  })

// Who logs out in another window has the copy taken away in all of them.
if (isCopy && globalThis.BroadcastChannel)
  new BroadcastChannel('kiesloket-burger').addEventListener('message', async ({ data }) => {
    if (data !== '') return look()
    root.querySelector('[data-screen]')?.remove()
    await wipe()
    show('wiped')
  })

addEventListener('pageshow', look)
document.addEventListener('visibilitychange', look)
setInterval(look, 30_000)

if (Date.now() >= Number(until)) look()
else if (isCopy) show('kept')
else if (refusal.isThere()) {
  // Once more: Safari keeps what a script notes for seven days after the last visit.
  refusal.note()
  show('wiped')
} else keep()
