import { type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { z } from 'zod'
import type { Post } from './http-post.ts'
import { retryAfterSeconds } from './retry-after.ts'

export interface TokenSettings {
  readonly tokenUrl: string
  /** `aud` of the assertion. */
  readonly audience: string
  readonly clientId: string
  /** RSA. */
  readonly privateKey: KeyObject
  /** Separated by spaces. A scope that is granted but not asked for is not in the token. */
  readonly scope: string
}

export type TokenAnswer =
  | { readonly ok: true; readonly token: string }
  /** `closed`: these credentials are refused. `later`: the token endpoint could not answer. */
  | {
      readonly ok: false
      readonly kind: 'closed' | 'later'
      readonly code: string
      readonly httpStatus?: number
      readonly retryAfterSeconds?: number
    }

export interface TokenClient {
  /** A token that lives; `refused` is one that was just refused, and so is not given again. */
  token(refused?: string): Promise<TokenAnswer>
}

const reply = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) })
const oauthError = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) })

/** A difference from which on a refusal may be about the time alone. */
const clocksDifferMs = 5000

/**
 * Tokens by client credentials with `private_key_jwt` (RFC 7523). One is asked for at a time, and kept while it lives. An assertion
 * is dated by the clock of who reads it, as far as its answers told: else a machine whose own clock is minutes off is refused.
 */
export function createTokenClient(
  post: Post,
  settings: TokenSettings,
  now: () => number = Date.now,
): TokenClient {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<TokenAnswer> | undefined
  let aheadMs = 0

  async function ask(): Promise<TokenAnswer> {
    const supposedMs = aheadMs
    const first = await askOnce()
    const isNews = Math.abs(aheadMs - supposedMs) > clocksDifferMs
    return !first.ok && first.kind === 'closed' && isNews ? askOnce() : first
  }

  async function askOnce(): Promise<TokenAnswer> {
    const form = await tokenRequest(settings, now() - aheadMs)
    const posted = await post(settings.tokenUrl, formHeaders, form)
    if (posted.kind !== 'answered') return { ok: false, kind: 'later', code: `token-${posted.code}` }
    const { status, headers, body } = posted
    aheadMs = howFarAhead(headers.date, now()) ?? aheadMs
    const parsed = reply.safeParse(parseJson(body))
    if (status === 200 && parsed.success) {
      const { access_token: token, expires_in: life } = parsed.data
      kept = { token, until: now() + (life - Math.min(30, life / 2)) * 1000 }
      return { ok: true, token }
    }
    const code = oauthError.safeParse(parseJson(body)).data?.error ?? `http-${status}`
    const retry = retryAfterSeconds(headers, new Date(now()))
    return {
      ...{
        ok: false,
        kind: isOurFault(status) ? 'closed' : 'later',
        code: `token-${code}`,
        httpStatus: status,
      },
      ...(retry !== undefined && { retryAfterSeconds: retry }),
    }
  }

  return {
    token(refused) {
      if (kept && (kept.until <= now() || kept.token === refused)) kept = undefined
      if (kept) return Promise.resolve({ ok: true, token: kept.token })
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return asking
    },
  }
}

/** Of the other side's clock; nothing when it did not say its time. What `Date` can't tell, a second and the way, is no difference. */
function howFarAhead(date: string | undefined, now: number): number | undefined {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return undefined
  return Math.abs(now - theirs) > clocksDifferMs ? now - theirs : 0
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

async function tokenRequest(settings: TokenSettings, now: number): Promise<string> {
  const issuedAt = Math.floor(now / 1000)
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(settings.clientId)
    .setSubject(settings.clientId)
    .setAudience(settings.audience)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 120)
    .sign(settings.privateKey)
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: settings.scope,
  }).toString()
}

function isOurFault(status: number): boolean {
  return status >= 300 && status < 500 && status !== 408 && status !== 429
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
