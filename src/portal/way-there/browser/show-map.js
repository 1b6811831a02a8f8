// Fetches the map library when somebody opens the map, and not before: most people need the address only.

const nonce = document.querySelector('script[nonce]')?.nonce

function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', resolve)
    element.addEventListener('error', reject)
    document.head.append(element)
  })
}

const style = (href) => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
const script = (src) => loaded(Object.assign(document.createElement('script'), { src, nonce }))

for (const holder of document.querySelectorAll('[data-show-map]')) {
  holder.hidden = false
  holder.addEventListener('toggle', async () => {
    if (!holder.open || holder.dataset.shown) return
    holder.dataset.shown = 'yes'
    try {
      await style(holder.dataset.style)
      for (const one of JSON.parse(holder.dataset.scripts)) await script(one)
    } catch {
      // No network now: the address stands above it, and it can be opened again.
      delete holder.dataset.shown
      holder.open = false
    }
  })
}
