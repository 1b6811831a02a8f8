import type { EboxClient } from './client.ts'
import { type StandInContext, statusMessage } from './replies.ts'
import type { Tokens } from './tokens.ts'

type Authorised = { ok: true; client: EboxClient } | { ok: false; reply: Response }

/** The sender behind this request, if its token lives (else 401) and carries one of the scopes (else 403). */
export function authorise(c: StandInContext, tokens: Tokens, anyOf: readonly string[]): Authorised {
  const header = c.req.header('authorization')
  const grant = tokens.grantOf(header)
  if (grant?.kind !== 'sender') {
    c.header('WWW-Authenticate', header ? 'Bearer error="invalid_token"' : 'Bearer')
    const message = 'Access token missing, invalid or expired'
    return { ok: false, reply: statusMessage(c, 401, 'UNAUTHORIZED', message) }
  }
  if (!anyOf.some((scope) => grant.scopes.has(scope))) {
    c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${anyOf[0]}"`)
    return { ok: false, reply: statusMessage(c, 403, 'FORBIDDEN', 'Scope not granted or not asked for') }
  }
  return { ok: true, client: grant.client }
}
