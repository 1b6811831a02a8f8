import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * From which address a request comes. Proxies of our own add the address they saw at the right of `X-Forwarded-For`;
 * what stands further to the left anybody can write.
 */
export function clientAddress(context: Context, proxyHops: number): string {
  const forwarded = context.req.header('X-Forwarded-For')?.split(',') ?? []
  const said = proxyHops > 0 ? forwarded.at(-proxyHops)?.trim() : undefined
  return said || connectionAddress(context) || 'unknown'
}

/** A test that calls the application without a port has no connection. */
function connectionAddress(context: Context): string | undefined {
  return context.env?.incoming ? getConnInfo(context).remote.address : undefined
}
