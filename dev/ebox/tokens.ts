import { randomBytes } from 'node:crypto'
import { decodeJwt, importJWK, jwtVerify } from 'jose'
import type { EboxClient } from './client.ts'
import type { EboxState } from './state.ts'

/** What the holder of a token may do: a sender's application, or a citizen in his own box. */
export type Grant =
  | Readonly<{ kind: 'sender'; client: EboxClient; scopes: ReadonlySet<string> }>
  | Readonly<{ kind: 'citizen'; recipient: string }>

export type IssuedToken = Readonly<{ token: string; expiresIn: number }>

export type Tokens = ReturnType<typeof createTokens>

/** Opaque tokens, forgotten after their life. */
export function createTokens({ settings, now }: Pick<EboxState, 'settings' | 'now'>) {
  const issued = new Map<string, { grant: Grant; expiresAt: number }>()
  const usedAssertions = new Map<string, number>()

  return {
    issue(grant: Grant): IssuedToken {
      forget(issued, ({ expiresAt }) => expiresAt <= now())
      const token = randomBytes(24).toString('base64url')
      const expiresIn = settings.tokenLifeSeconds
      issued.set(token, { grant, expiresAt: now() + expiresIn * 1000 })
      return { token, expiresIn }
    },
    /** What this `Authorization` header grants, if its token is known and still lives. */
    grantOf(header: string | undefined): Grant | undefined {
      const found = issued.get(bearerOf(header))
      return found && found.expiresAt > now() ? found.grant : undefined
    },
    revoke: (header: string | undefined): void => {
      issued.delete(bearerOf(header))
    },
    /** True the first time that a client shows this assertion id. */
    isFirstUse(clientId: string, assertionId: string, expiresAt: number): boolean {
      forget(usedAssertions, (until) => until <= now())
      const key = `${clientId} ${assertionId}`
      if (usedAssertions.has(key)) return false
      usedAssertions.set(key, expiresAt)
      return true
    },
  }
}

export type TokenRequest = Readonly<{ form: URLSearchParams; audience: string }>
export type TokenError = 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' | 'invalid_scope'
export type TokenReply =
  | { ok: true; access_token: string; token_type: 'Bearer'; expires_in: number; scope: string }
  | { ok: false; error: TokenError; error_description: string }

/**
 * OAuth client credentials with `private_key_jwt` (RFC 7523): RS256, `iss` = `sub` = the client, `aud` = the address
 * of this very token endpoint, an expiry, an id that is used once, and only scopes that were granted.
 */
export async function answerTokenRequest(
  state: EboxState,
  tokens: Tokens,
  { form, audience }: TokenRequest,
): Promise<TokenReply> {
  if (form.get('grant_type') !== 'client_credentials') {
    return refuse('unsupported_grant_type', 'client_credentials expected')
  }
  const assertion = form.get('client_assertion')
  if (form.get('client_assertion_type') !== assertionType || !assertion) {
    return refuse('invalid_request', 'client_assertion (JWT bearer) expected')
  }
  const client = await authenticate(state, tokens, assertion, audience)
  if (typeof client === 'string') return refuse('invalid_client', client)
  const asked = (form.get('scope') ?? '').split(' ').filter(Boolean)
  if (asked.length === 0 || asked.some((scope) => !client.scopes.includes(scope))) {
    return refuse('invalid_scope', 'a scope was not granted, or none was asked for')
  }
  const { token, expiresIn } = tokens.issue({ kind: 'sender', client, scopes: new Set(asked) })
  return {
    ok: true,
    access_token: token,
    token_type: 'Bearer',
    expires_in: expiresIn,
    scope: asked.join(' '),
  }
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

async function authenticate(
  { clients, now }: EboxState,
  tokens: Tokens,
  assertion: string,
  audience: string,
): Promise<EboxClient | string> {
  const client = clients.get(claimedIssuer(assertion) ?? '')
  if (!client) return 'unknown client'
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(client.publicJwk, 'RS256'), {
      algorithms: ['RS256'],
      issuer: client.clientId,
      subject: client.clientId,
      audience,
      requiredClaims: ['exp', 'jti'],
      currentDate: new Date(now()),
    })
    const isFirstUse = tokens.isFirstUse(client.clientId, String(payload.jti), payload.exp! * 1000)
    return isFirstUse ? client : 'the assertion was used before'
  } catch (error) {
    return error instanceof Error ? error.message : 'the assertion is not valid'
  }
}

function claimedIssuer(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss
  } catch {
    return undefined
  }
}

function refuse(error: TokenError, error_description: string): TokenReply {
  return { ok: false, error, error_description }
}

function bearerOf(header: string | undefined): string {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? ''
}

/** Both maps are filled in order of expiry, near enough: dropping from the front keeps them small. */
function forget<Value>(map: Map<string, Value>, isOver: (value: Value) => boolean): void {
  for (const [key, value] of map) {
    if (!isOver(value)) return
    map.delete(key)
  }
}
