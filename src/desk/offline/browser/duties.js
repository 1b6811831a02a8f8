// Small things that both pages need: showing a part, filling in words, writing a moment.

/** Shows the parts that are named and hides the others. @param {ParentNode} root @param {string[]} names */
export function showOnly(root, ...names) {
  for (const part of root.querySelectorAll('[data-part]')) part.hidden = !names.includes(part.dataset.part)
}

/** Puts texts where they belong, as text. @param {ParentNode} root @param {Record<string, string | number>} texts */
export function fill(root, texts) {
  for (const [name, text] of Object.entries(texts))
    for (const place of root.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = String(text)
}

const moments = new Intl.DateTimeFormat('nl-BE', {
  ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Europe/Brussels',
})
/** @param {number | string} at */
export const momentText = (at) => moments.format(new Date(at))

const whole = new Intl.NumberFormat('nl-BE')
/** @param {number} count */
export const countText = (count) => whole.format(count)

/** The colours of the municipality, by the names of the style sheet: they come with its pack, for the page is the same for everybody. @param {Record<string, string>} colours */
export function wear(colours = {}) {
  for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value)
}
