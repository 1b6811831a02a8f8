import { DomUtils, parseDocument } from 'htmlparser2'

/** What a walk knows of a page it opened. */
export interface WalkedPage {
  /** The route it is of. */
  readonly pattern: string
  readonly address: string
  readonly status: number
  /** Empty when it is no page: a picture, a file. */
  readonly html: string
  readonly forms: readonly WalkedForm[]
}

export interface WalkedForm {
  readonly action: string
  readonly hasFile: boolean
  /** What its hidden fields hold, without the token of the session. */
  readonly hidden: Readonly<Record<string, string>>
}

interface Walk {
  ask(address: string): Promise<Response>
  /** Patterns of the routes: an address of none of them is left alone. */
  readonly patterns: readonly string[]
  readonly start: readonly string[]
  /** Of one route below one election so many addresses are opened; the others are alike. */
  readonly mostOfOne?: number
}

/**
 * Opens a page, then everything that it leads to (links, pictures, files, forms that only ask), and so on: what
 * somebody can reach by following what the pages offer.
 */
export async function walkPages({ ask, patterns, start, mostOfOne = 1 }: Walk): Promise<WalkedPage[]> {
  const pages: WalkedPage[] = []
  const seen = new Set<string>()
  const often = new Map<string, number>()
  const toOpen = [...start]
  for (let address = toOpen.shift(); address !== undefined; address = toOpen.shift()) {
    const pattern = patternOf(address, patterns)
    if (!pattern || seen.has(address)) continue
    seen.add(address)
    const kind = `${pattern} ${electionIn(address, pattern)}`
    if ((often.get(kind) ?? 0) >= mostOfOne) continue
    often.set(kind, (often.get(kind) ?? 0) + 1)
    const page = await openPage(ask, address, pattern)
    pages.push(page.walked)
    toOpen.push(...page.leadsTo)
  }
  return pages
}

async function openPage(ask: Walk['ask'], address: string, pattern: string) {
  const answer = await ask(address)
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false
  const html = isPage ? await answer.text() : ''
  if (!isPage) await answer.body?.cancel()
  const to = answer.headers.get('Location')
  const { links, forms } = whatItOffers(html, address)
  const leadsTo = [...(to ? [relativeTo(address, to)] : []), ...links]
  return { walked: { pattern, address, status: answer.status, html, forms }, leadsTo }
}

/** Where a page leads to, and the forms that do something. */
export function whatItOffers(html: string, address: string): { links: string[]; forms: WalkedForm[] } {
  const elements = DomUtils.findAll(() => true, parseDocument(html).children)
  const links: string[] = []
  const forms: WalkedForm[] = []
  for (const { name, attribs } of elements) {
    // Shown when the session is over: it leads to the login service, which is not there.
    if ('data-session-again' in attribs) continue
    if (name === 'a' && attribs.href) links.push(relativeTo(address, attribs.href))
    if (name === 'img' && attribs.src) links.push(relativeTo(address, attribs.src))
  }
  for (const form of elements.filter(({ name }) => name === 'form')) {
    const fields = DomUtils.findAll(({ name }) => name === 'input', form.children).map((one) => one.attribs)
    const action = relativeTo(address, form.attribs.action || address)
    const hidden = fields.filter(({ type, name }) => type === 'hidden' && name !== '_csrf')
    const values = Object.fromEntries(hidden.map(({ name, value }) => [name!, value ?? '']))
    if (form.attribs.method?.toLowerCase() !== 'post') links.push(action)
    else forms.push({ action, hidden: values, hasFile: fields.some(({ type }) => type === 'file') })
  }
  return { links, forms }
}

/** The route that an address is of; one without a value in it goes before one with. */
export function patternOf(address: string, patterns: readonly string[]): string | undefined {
  const [pathname = ''] = address.split(/[?#]/)
  const parts = pathname.split('/')
  return patterns
    .filter((pattern) => {
      const wanted = pattern.split('/')
      return wanted.length === parts.length && wanted.every((one, at) => one[0] === ':' || one === parts[at])
    })
    .sort((one, other) => one.split(':').length - other.split(':').length)[0]
}

function electionIn(address: string, pattern: string): string {
  const at = pattern.split('/').indexOf(':election')
  return at < 0 ? '' : address.split('/')[at]!
}

function relativeTo(address: string, to: string): string {
  const url = new URL(to, new URL(address, 'http://localhost'))
  return url.origin === 'http://localhost' ? url.pathname + url.search : url.href
}
