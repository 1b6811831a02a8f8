import { type KeyObject, randomBytes, verify } from 'node:crypto'
import { z } from 'zod'

/** OAuth client credentials with `private_key_jwt` (RFC 7521, RFC 7523), as the federal token service asks. */

export interface Client {
  readonly clientId: string
  readonly publicKey: KeyObject
  readonly scopes: readonly string[]
}

export interface Granted {
  readonly token: string
  readonly scopes: readonly string[]
}

const form = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string(),
  scope: z.string().min(1),
})
const header = z.strictObject({
  alg: z.literal('RS256'),
  typ: z.literal('JWT').optional(),
  kid: z.string().optional(),
})
const longestLifeSeconds = 300
const tokenLifeSeconds = 300

export function createTokenService({ clientId, publicKey, scopes }: Client) {
  const living = new Map<string, Granted>()
  const usedIds = new Set<string>()

  function wrongAssertion(assertion: string, audience: string): string | undefined {
    const [head, payload, signature, ...more] = assertion.split('.')
    if (!head || !payload || !signature || more.length > 0) return 'the assertion is no JWT'
    if (!header.safeParse(decoded(head)).success) return 'the header of the assertion is not RS256'
    if (!verify('sha256', Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url')))
      return 'the signature is another one'
    const now = Date.now() / 1000
    const claims = z.strictObject({
      ...{ iss: z.literal(clientId), sub: z.literal(clientId), aud: z.literal(audience) },
      exp: z
        .int()
        .gt(now)
        .max(now + longestLifeSeconds),
      iat: z
        .int()
        .min(now - longestLifeSeconds)
        .max(now + 5)
        .optional(),
      jti: z
        .string()
        .min(1)
        .refine((id) => !usedIds.has(id), 'was used before'),
    })
    const read = claims.safeParse(decoded(payload))
    if (!read.success) return z.prettifyError(read.error)
    usedIds.add(read.data.jti)
    return undefined
  }

  return {
    /** Answers a token request: what is granted, or what is wrong with it. */
    ask(contentType: string | undefined, body: string, audience: string): Granted | { wrong: string } {
      if (contentType !== 'application/x-www-form-urlencoded') return { wrong: 'the request is no form' }
      const fields = [...new URLSearchParams(body)]
      if (new Set(fields.map(([name]) => name)).size !== fields.length)
        return { wrong: 'a field is there twice' }
      const read = form.safeParse(Object.fromEntries(fields))
      if (!read.success) return { wrong: z.prettifyError(read.error) }
      const asked = read.data.scope.split(' ')
      if (asked.some((scope) => !scopes.includes(scope))) return { wrong: 'a scope was not granted' }
      const wrong = wrongAssertion(read.data.client_assertion, audience)
      if (wrong) return { wrong }
      const granted = { token: randomBytes(24).toString('base64url'), scopes: asked }
      living.set(granted.token, granted)
      return granted
    },
    granted: (authorization: string | undefined): Granted | undefined =>
      living.get(/^Bearer ([\w-]+)$/.exec(authorization ?? '')?.[1] ?? ''),
    revoke: (authorization: string | undefined): void => {
      living.delete((authorization ?? '').replace('Bearer ', ''))
    },
    lifeSeconds: tokenLifeSeconds,
  }
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
