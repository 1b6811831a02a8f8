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

/**
 * Why an SVG may not stand in a letter or on a page; empty when it may. Only known shapes are let through:
 * no script, no text, no image, no style sheet, nothing that points outside the drawing.
 */
export function svgFaults(svg: string): string[] {
  if (Buffer.byteLength(svg) > maxSvgBytes)
    return [`is larger than ${maxSvgBytes} bytes: simplify the drawing`]
  const body = svg.replace(/^\ufeff?\s*<\?xml[^?<>]*\?>/, '').trim()
  if (!/^<svg[\s>]/.test(body)) return ['does not start with <svg']
  const faults = new Set<string>()
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(body)) faults.add('has an entity: write the character itself')
  const open: string[] = []
  let roots = 0
  for (const [text, closing, name, attributes = '', selfClosing] of body.matchAll(token)) {
    if (text.startsWith('<!--')) continue
    if (text === '<') return ['is not well-formed, or holds a declaration, CDATA or an instruction']
    if (name === undefined) {
      if (open.length === 0 && text.trim() !== '') faults.add('has text outside the drawing')
      continue
    }
    if (closing && open.pop() !== name) return [`is not well-formed: </${name}> closes another element`]
    if (closing) continue
    if (open.length === 0) roots++
    if (!elements.has(name)) faults.add(`holds <${name}>, which is not allowed: draw it as paths`)
    for (const fault of attributeFaults(name, attributes)) faults.add(fault)
    if (!selfClosing) open.push(name)
  }
  if (open.length > 0) return [`is not well-formed: <${open.at(-1)}> is not closed`]
  if (roots !== 1) faults.add('holds more than one drawing')
  if (!/^<svg[^>]*\sviewBox\s*=/.test(body)) faults.add('has no viewBox, so its size cannot be known')
  return [...faults]
}

function* attributeFaults(element: string, attributes: string): Generator<string> {
  for (const [, name, double, single] of attributes.matchAll(attribute)) {
    const value = double ?? single ?? ''
    if (/^on/i.test(name!)) yield `has the script attribute ${name} on <${element}>`
    if (/href$/i.test(name!) && !value.startsWith('#'))
      yield `points outside the drawing (${name} on <${element}>)`
    if (/^(?:xml:base|class)$/i.test(name!)) yield `has the attribute ${name}, which is not allowed`
    if (
      /url\s*\((?!\s*['"]?#)/i.test(value) ||
      /(?:javascript|data)\s*:|@import|expression\s*\(|\\/i.test(value)
    )
      yield `points outside the drawing (${name} on <${element}>)`
  }
}
