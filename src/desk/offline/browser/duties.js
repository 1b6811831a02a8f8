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

const inBelgium = (fields) => new Intl.DateTimeFormat('nl-BE', { ...fields, timeZone: 'Europe/Brussels' })
const shortly = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }
const moments = inBelgium(shortly)
const momentsOfYears = inBelgium({ ...shortly, year: 'numeric' })
const years = inBelgium({ year: 'numeric' })
/** With its year where that is another than now. @param {number | string} at @param {number} now */
export function momentText(at, now = Date.now()) {
  const isThisYear = years.format(new Date(at)) === years.format(new Date(now))
  return (isThisYear ? moments : momentsOfYears).format(new Date(at))
}

/** A name that ends a sentence, whose own point may be there already. @param {string} name */
export const nameAtEnd = (name) => name.replace(/\.+$/, '')

const whole = new Intl.NumberFormat('nl-BE')
/** @param {number} count */
export const countText = (count) => whole.format(count)

/** The colours of the municipality, by the names of the style sheet: they come with its pack, for the page is the same for everybody. @param {Record<string, string>} colours */
export function wear(colours = {}) {
  for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value)
}
