import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'

/**
 * Packs a page for who has no session here. A page with a session holds the token of its forms beside what somebody else may have put into
 * its address, and packed together the length tells of the token (BREACH): those leave as they are. `harmless`: cookies that a browser may
 * have without any session. Files come packed already.
 */
export function compressPages(harmless: readonly string[]): MiddlewareHandler {
  const packing = compress({ encoding: 'gzip', contentTypeFilter: /^text\/html\b/ })
  const isKnown = new Set(harmless)
  return (context, next) => (hasOnly(isKnown, context) ? packing(context, next) : next())
}

function hasOnly(harmless: ReadonlySet<string>, context: Context): boolean {
  return Object.keys(getCookie(context)).every((name) => harmless.has(name.replace(/^__Host-/, '')))
}
