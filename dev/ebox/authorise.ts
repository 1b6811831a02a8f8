import type { EboxClient } from './client.ts'
import { type Refusal, refusals } from './refusals.ts'
import type { StandInContext } from './replies.ts'
import type { Grant, Tokens } from './tokens.ts'

type Authorised<Who> = ({ ok: true } & Who) | { ok: false; because: Refusal }

/** The sender behind this request, if its token lives (else 401) and carries one of the scopes (else 403). */
export function authoriseSender(
  c: StandInContext,
  tokens: Tokens,
  anyOf: readonly string[],
): Authorised<{ client: EboxClient }> {
  const grant = readToken(c, tokens)
  if (grant?.kind !== 'sender') return { ok: false, because: refusals.noToken }
  if (!anyOf.some((scope) => grant.scopes.has(scope))) {
    c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${anyOf[0]}"`)
    return { ok: false, because: refusals.missingScope }
  }
  return { ok: true, client: grant.client }
}

/** The citizen behind this request, as the pseudonym of the box. */
export function authoriseCitizen(c: StandInContext, tokens: Tokens): Authorised<{ recipient: string }> {
  const grant = readToken(c, tokens)
  if (grant?.kind !== 'citizen') return { ok: false, because: refusals.noToken }
  return { ok: true, recipient: grant.recipient }
}

/** Whoever holds a living token; a request without one is told so in the header that OAuth has for it. */
export function readToken(c: StandInContext, tokens: Tokens): Grant | undefined {
  const header = c.req.header('authorization')
  const grant = tokens.grantOf(header)
  if (!grant) c.header('WWW-Authenticate', header ? 'Bearer error="invalid_token"' : 'Bearer')
  return grant
}
