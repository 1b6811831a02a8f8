import { sha256 } from '../hash.ts'
import type { KeySet } from '../key-set.ts'
import { get, type Route } from './route.ts'

const anHour = 3600
export const keySetPath = '/.well-known/jwks.json'

/**
 * The public keys with which others check letters and certificates, where they are looked for (RFC 7517, RFC 8615).
 * Any site may read them, and keep them for an hour.
 */
export function keySetRoute(keySet: KeySet): Route {
  const body = JSON.stringify(keySet)
  const tag = `"${sha256(body).toString('base64url')}"`
  const headers = {
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': `public, max-age=${anHour}`,
    'Access-Control-Allow-Origin': '*',
    ETag: tag,
  }
  return get(keySetPath, 'public', (context) =>
    context.req.header('If-None-Match') === tag
      ? context.body(null, 304, headers)
      : context.body(body, 200, headers),
  )
}
