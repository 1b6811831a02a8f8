import type { Page } from 'playwright-core'
import { axeViolations } from './browser.ts'

/** What a page may not do to who uses it otherwise: by keyboard alone, enlarged, in their own colours, on paper. */

const tools = `
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
  const stops = () => [...document.querySelectorAll(
    'a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select, textarea, summary, [tabindex="0"]',
  )].filter(isShown)
  // A letter is a document by itself: no menu to leap over but one way back, and its header is its letterhead.
  const isDocument = () => !document.querySelector('.desk, nav:not(.back)')
  const nameOf = (one) => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 100)
  // The design system draws boxes and rounds beside the real field, which is there and can't be seen.
  const drawnOf = (one) => /__input$/.test(one.classList[0] ?? '') && /radio|checkbox/.test(one.type)
    ? getComputedStyle(one.nextElementSibling, '::before') : getComputedStyle(one)
  const isOutlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  const lookOf = (one) => {
    const style = drawnOf(one)
    const seen = isOutlined(style) && !/, 0\\)$/.test(style.outlineColor) ? style.outline : ''
    return [seen, style.boxShadow, style.backgroundColor, style.borderColor].join(' ')
  }
`

/** Runs in the page; \`script\` ends in an expression. */
const inPage = <Answer>(page: Page, script: string) => page.evaluate<Answer>(`(() => {${tools}${script}})()`)

interface Stop {
  readonly place: number
  readonly name: string
  readonly isSeen: boolean
  readonly isSeenInOwnColours: boolean
  readonly isOnScreen: boolean
}

const focused = `
  const one = document.activeElement
  if (!one || one === document.body) return null
  const box = one.getBoundingClientRect()
  return {
    place: [...document.querySelectorAll('*')].indexOf(one),
    name: nameOf(one),
    isSeen: lookOf(one) !== window.looksWithoutFocus.get(one),
    isSeenInOwnColours: isOutlined(drawnOf(one)),
    isOnScreen: box.bottom > 0 && box.top < innerHeight,
  }`

const mostStops = 150

/** Goes through the page with the tabulator: over the menu first, in order, seeing where one is, and out of it again. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const { wanted, first } = await inPage<{ wanted: number; first: string }>(
    page,
    `document.activeElement?.blur()
     scrollTo(0, 0)
     window.looksWithoutFocus = new Map(stops().map((one) => [one, lookOf(one)]))
     return { wanted: stops().length, first: isDocument() ? '' : 'govuk-skip-link' }`,
  )
  const faults: string[] = []
  let before: Stop | undefined
  for (let pressed = 0; pressed < Math.min(wanted, mostStops); pressed++) {
    await page.keyboard.press('Tab')
    const now = await inPage<Stop | null>(page, focused)
    // Of radios only one is a stop, so that one is round sooner.
    if (!now || (before && now.place < before.place && now.name.includes('govuk-skip-link'))) break
    if (!before && !now.name.includes(first)) faults.push(`begins at ${now.name}`)
    if (before && now.place <= before.place) faults.push(`goes back from ${before.name} to ${now.name}`)
    if (!now.isSeen) faults.push(`does not show the focus on ${now.name}`)
    if (!now.isSeenInOwnColours) faults.push(`does not show the focus in own colours on ${now.name}`)
    if (!now.isOnScreen) faults.push(`has the focus out of sight on ${now.name}`)
    before = now
  }
  return faults
}

const overflow = 'return Math.max(0, document.documentElement.scrollWidth - innerWidth)'
const cutOff = `
  return [...document.querySelectorAll('main *, header *, footer *')]
    // In a field one goes through a long text with the arrows; in a map too, and its places stand in the table besides.
    .filter((one) => isShown(one) && !one.matches('input, .leaflet-container')
      && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1
      && /hidden|clip/.test(getComputedStyle(one).overflowX)).map(nameOf)`

/** At twice and four times the size, and with twice as large letters: nothing is cut off, and only tables scroll sideways. */
export async function zoomFaults(page: Page): Promise<string[]> {
  const size = page.viewportSize()!
  const faults: string[] = []
  const see = async (when: string) => {
    const [wider, cut] = [await inPage<number>(page, overflow), await inPage<string[]>(page, cutOff)]
    if (wider > 0) faults.push(`${when} scrolls sideways by ${wider}`)
    faults.push(...cut.map((name) => `${when} cuts off ${name}`))
  }
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await see(`at ${width} points`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await inPage(page, `document.documentElement.style.fontSize = '200%'`)
  await see('with letters twice as large')
  await inPage(page, `document.documentElement.style.fontSize = ''`)
  await page.setViewportSize(size)
  return faults
}

/** In the colours of the person (high contrast), and where the rest of the screen is dark: a citizen's page is so too, and no other. */
export async function colourFaults(page: Page): Promise<string[]> {
  const ground = `const { color, backgroundColor } = getComputedStyle(document.querySelector('main'))
    return color + ' on ' + backgroundColor`
  const before = await inPage<string>(page, ground)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await inPage<string>(page, ground)
  const followsIt = await inPage<boolean>(page, `return document.querySelector('.portal') !== null`)
  const unread = followsIt ? await axeViolations(page, 'color-contrast', 'link-in-text-block') : []
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  const invisible = await inPage<string[]>(
    page,
    `return [...document.querySelectorAll('.govuk-button, input, select, textarea, progress')].filter(isShown)
      .filter((one) => !/file|hidden/.test(one.type ?? '') && one.tagName !== 'PROGRESS'
        && parseFloat(drawnOf(one).borderTopWidth) === 0).map(nameOf)`,
  )
  const lost = await inPage<string[]>(page, drawnInItsGround)
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  return [
    ...((dark !== before) === followsIt ? [] : [`in the dark is ${dark}, and otherwise ${before}`]),
    ...unread.map((fault) => `in the dark has ${fault}`),
    ...invisible.map((name) => `has no border in own colours around ${name}`),
    ...lost.map((name) => `draws in the colour of its ground, in own colours, ${name}`),
  ]
}

/** A browser leaves the colours of a drawing as they are, and changes those of what is behind it. */
const drawnInItsGround = `
  const groundOf = (one) => {
    const { backgroundColor } = getComputedStyle(one)
    return one.parentElement && /, 0\\)$/.test(backgroundColor) ? groundOf(one.parentElement) : backgroundColor
  }
  const colours = (drawing) => [...drawing.querySelectorAll('path, rect, circle, line, polygon, polyline')]
    .map((shape) => getComputedStyle(shape)).flatMap(({ fill, stroke }) => [fill, stroke]).filter((one) => one !== 'none')
  return [...document.querySelectorAll('main svg')].filter(isShown)
    .filter((drawing) => colours(drawing).every((one) => one === groundOf(drawing))).map((one) => nameOf(one.parentElement))`

/** The width of an A4 sheet between its margins, in points of the screen. */
const paperWidth = 718

/** While something is looked at the page is as it comes out of the printer. */
export async function onPaper<Answer>(page: Page, look: () => Promise<Answer>): Promise<Answer> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: paperWidth, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const seen = await look()
  await page.emulateMedia({ media: null })
  await page.setViewportSize(size)
  return seen
}

/** On an A4 sheet: the content and nothing of the frame, but on a citizen's page whose it is; a document whole. */
export function printFaults(page: Page): Promise<string[]> {
  return onPaper(page, () => inPage<string[]>(page, printed))
}

const printed = `
  const widest = () => nameOf([...document.querySelectorAll('main *')].filter(isShown)
    .reduce((one, other) => other.getBoundingClientRect().right > one.getBoundingClientRect().right ? other : one))
  const bars = isDocument() ? [...document.querySelectorAll('nav.back')] : [...document.querySelectorAll(
    'header:not(.portal-header), nav, .desk-footer, .session-bar, .portal-session, .portal-who, .portal-footer, .govuk-button, .govuk-skip-link, .desk-link-button')]
  const wanted = ['h1', 'main', ...(isDocument() || document.querySelector('.portal') ? ['header'] : [])]
  return [
    ...wanted.filter((name) => !isShown(document.querySelector(name))).map((name) => 'prints no ' + name),
    ...bars.filter(isShown).map((one) => 'prints ' + nameOf(one)),
    ...(document.documentElement.scrollWidth > innerWidth ? ['is wider than the paper with ' + widest()] : []),
  ]`
