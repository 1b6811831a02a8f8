// What a form would make follows what is typed in it: asked a moment after the last key, and of two questions the later counts.
for (const shown of document.querySelectorAll('[data-preview-of]')) {
  const form = document.getElementById(shown.dataset.previewOf)
  const said = document.querySelector('[data-preview-said]')
  let waiting
  let asking
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    shown.setAttribute('aria-busy', 'true')
    const next = await made(form, signal).catch(() => undefined)
    if (signal.aborted) return
    shown.removeAttribute('aria-busy')
    if (next) putInPlace(shown, next)
    said.textContent = next ? next.dataset.previewSays : said.dataset.failed
  }
  form.addEventListener('input', () => {
    said.textContent = ''
    clearTimeout(waiting)
    waiting = setTimeout(ask, 800)
  })
  // Who sends the form gets a page with everything.
  form.addEventListener('submit', () => {
    clearTimeout(waiting)
    asking?.abort()
  })
}

/** The new preview, with its pictures loaded: until then the one before stays. */
async function made(form, signal) {
  const body = new URLSearchParams(new FormData(form))
  const answer = await fetch(form.action, { method: 'POST', body, signal, redirect: 'manual' })
  // A newer one was asked, in another window it may be, or somebody logged in anew there: what is here stays.
  if (answer.status === 409 || answer.type === 'opaqueredirect') return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const found = page.querySelector('[data-preview-of]')
  if (!found) return undefined
  const next = document.importNode(found, true)
  await Promise.all([...next.querySelectorAll('img')].map((image) => image.decode()))
  return next
}

/** Whoever stands in it by keyboard still does after it, and what was open stays open. */
function putInPlace(shown, next) {
  const stops = () => [...shown.querySelectorAll('a[href], summary')]
  const at = stops().indexOf(document.activeElement)
  const isOpen = shown.querySelector('details')?.open ?? false
  shown.replaceChildren(...next.childNodes)
  const details = shown.querySelector('details')
  if (details) details.open = isOpen
  stops()[at]?.focus()
}
