import type { Context } from 'hono'

/**
 * For an address that is not there and ends in a slash: to the one without, for good, with its query. Nothing for any
 * other, nor for one that a browser would read as that of another site.
 */
export function withoutTrailingSlash(context: Context): Response | undefined {
  const { method } = context.req
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const { pathname, search } = new URL(context.req.url)
  const path = pathname.replace(/\/+$/, '')
  if (path === pathname || !/^\/[^/\\]/.test(path)) return undefined
  return context.redirect(`${path}${search}`, 301)
}
