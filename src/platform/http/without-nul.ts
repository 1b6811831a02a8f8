import type { Context, MiddlewareHandler } from 'hono'

/** No text of PostgreSQL holds a NUL, and nobody types one: what comes in is read under the rest of it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** An address with a NUL in it leads nowhere. */
export function refuseNulInAddress(
  nowhere: (context: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (context, next) => (context.req.url.includes('%00') ? nowhere(context) : next())
}
