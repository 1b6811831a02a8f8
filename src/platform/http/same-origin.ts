import type { Context } from 'hono'

/**
 * Whether a request comes from our own pages, as browsers tell it. Beside the token of the form: what a browser says
 * against it is believed. An upload has to say it, because its token is read only with the file behind it.
 */
export function comesFromOurPages(context: Context, ownOrigin: string, { mustSay = false } = {}): boolean {
  const site = context.req.header('Sec-Fetch-Site')
  const origin = context.req.header('Origin')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== ownOrigin) return false
  return !mustSay || site !== undefined || origin !== undefined
}

/**
 * An address that somebody asks to be sent to afterwards, if it is one of our own below `root`; otherwise `undefined`.
 * Nobody is led to another site by a link that begins with ours.
 */
export function ownAddress(asked: string | undefined, root: string): string | undefined {
  if (!asked?.startsWith('/') || /[\\\p{Cc}]/u.test(asked)) return undefined
  const here = 'https://here.invalid'
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined
  if (url?.origin !== here || asked.startsWith('//')) return undefined
  const isBelow = url.pathname === root || url.pathname.startsWith(`${root}/`)
  return isBelow ? url.pathname + url.search : undefined
}
