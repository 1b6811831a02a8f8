/** Arms are printed in every letter, so they have to stay small. */
export const maxSvgBytes = 60_000

const elements = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'symbol', 'use', 'clipPath', 'mask'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern'],
])

const token =
  /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Why a drawing is refused; `name` is the element or attribute that it is about, `element` what the attribute stands on. */
export interface SvgFault {
  readonly code: keyof typeof svgFaultTexts
  readonly name?: string
  readonly element?: string
}

const svgFaultTexts = {
  'too-large': () => `is larger than ${maxSvgBytes} bytes: simplify the drawing`,
  'no-drawing': () => 'does not start with <svg',
  entity: () => 'has an entity: write the character itself',
  'not-well-formed': () => 'is not well-formed, or holds a declaration, CDATA or an instruction',
  'text-outside': () => 'has text outside the drawing',
  'closes-another': (name: string) => `is not well-formed: </${name}> closes another element`,
  'not-closed': (name: string) => `is not well-formed: <${name}> is not closed`,
  element: (name: string) => `holds <${name}>, which is not allowed: draw it as paths`,
  'two-drawings': () => 'holds more than one drawing',
  'no-view-box': () => 'has no viewBox, so its size cannot be known',
  script: (name: string, element: string) => `has the script attribute ${name} on <${element}>`,
  'points-outside': (name: string, element: string) => `points outside the drawing (${name} on <${element}>)`,
  attribute: (name: string) => `has the attribute ${name}, which is not allowed`,
} as const

/** What is wrong with the drawing, in the words of the command line. */
export function svgFaultText({ code, name = '', element = '' }: SvgFault): string {
  return svgFaultTexts[code](name, element)
}

/**
 * Why an SVG may not stand in a letter or on a page; empty when it may. Only known shapes are let through:
 * no script, no text, no image, no style sheet, nothing that points outside the drawing.
 */
export function svgFaults(svg: string): SvgFault[] {
  if (Buffer.byteLength(svg) > maxSvgBytes) return [{ code: 'too-large' }]
  const body = svg.replace(/^\ufeff?\s*<\?xml[^?<>]*\?>/, '').trim()
  if (!/^<svg[\s>]/.test(body)) return [{ code: 'no-drawing' }]
  const faults = new Map<string, SvgFault>()
  const add = (fault: SvgFault) => faults.set(JSON.stringify(fault), fault)
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(body)) add({ code: 'entity' })
  const open: string[] = []
  let roots = 0
  for (const [text, closing, name, attributes = '', selfClosing] of body.matchAll(token)) {
    if (text.startsWith('<!--')) continue
    if (text === '<') return [{ code: 'not-well-formed' }]
    if (name === undefined) {
      if (open.length === 0 && text.trim() !== '') add({ code: 'text-outside' })
      continue
    }
    if (closing && open.pop() !== name) return [{ code: 'closes-another', name }]
    if (closing) continue
    if (open.length === 0) roots++
    if (!elements.has(name)) add({ code: 'element', name })
    for (const fault of attributeFaults(name, attributes)) add(fault)
    if (!selfClosing) open.push(name)
  }
  if (open.length > 0) return [{ code: 'not-closed', name: open.at(-1)! }]
  if (roots !== 1) add({ code: 'two-drawings' })
  if (!/^<svg[^>]*\sviewBox\s*=/.test(body)) add({ code: 'no-view-box' })
  return [...faults.values()]
}

function* attributeFaults(element: string, attributes: string): Generator<SvgFault> {
  for (const [, name, double, single] of attributes.matchAll(attribute)) {
    const value = double ?? single ?? ''
    const on = { name: name!, element }
    if (/^on/i.test(name!)) yield { code: 'script', ...on }
    if (/href$/i.test(name!) && !value.startsWith('#')) yield { code: 'points-outside', ...on }
    if (/^(?:xml:base|class)$/i.test(name!)) yield { code: 'attribute', name: name! }
    if (
      /url\s*\((?!\s*['"]?#)/i.test(value) ||
      /(?:javascript|data)\s*:|@import|expression\s*\(|\\/i.test(value)
    )
      yield { code: 'points-outside', ...on }
  }
}
