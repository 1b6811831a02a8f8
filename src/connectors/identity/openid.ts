import { importPKCS8 } from 'jose'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  PrivateKeyJwt,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { LoginRefusal, LoginService, PendingLogin } from '../../platform/identity.ts'
import { refused } from '../../platform/result.ts'

export interface ClientSettings {
  /** Of the service, as its discovery document names it. */
  readonly issuer: string
  readonly clientId: string
  /** PKCS#8 PEM (RSA): the client proves itself with a signed statement, never with a shared secret. */
  readonly privateKey: string
  /** Where the browser comes back, exactly as it was registered. */
  readonly redirectUri: string
  /** Which means to log in are asked for, if the integration wants it said. */
  readonly acrValues?: string | undefined
  readonly timeoutMs: number
  /** Plain HTTP, for the stand-in on one's own machine. */
  readonly allowInsecure: boolean
}

/** What one kind of person is asked at the service, and what is understood of the answer. */
export interface Door<I> {
  readonly scope: string
  /** Which capacity the service offers: `LB` for staff of a local authority, `BUR` for a citizen. */
  readonly capacity: 'LB' | 'BUR'
  /** `undefined` when the claims are not of the form that the service documents. */
  read(claims: object): I | undefined
}

const toleranceSeconds = 60

/** The login service of the Flemish government: code flow with PKCE, state and nonce. */
export function createLogin<I>(settings: ClientSettings, door: Door<I>): LoginService<I> {
  const found = discovered(settings)
  return {
    origin: new URL(settings.issuer).origin,
    async probe() {
      try {
        await discover(settings)
        return { ok: true }
      } catch (error) {
        if (isOurOwnFault(error)) throw error
        return refused('not-reached')
      }
    },
    async begin({ fresh, ...wishes }) {
      const config = await found()
      if (!config) return refused('not-reached')
      const pending = {
        ...{ state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), fresh },
      }
      const url = buildAuthorizationUrl(config, await askedOf(settings, door, pending, wishes))
      return { ok: true, url: url.href, pending }
    },
    async finish(query, pending) {
      const config = await found()
      if (!config) return refused('not-reached')
      try {
        const tokens = await authorizationCodeGrant(config, new URL(`${settings.redirectUri}${query}`), {
          ...{ pkceCodeVerifier: pending.codeVerifier, expectedState: pending.state },
          ...{ expectedNonce: pending.nonce, idTokenExpected: true },
          ...(pending.fresh && { maxAge: 0 }),
        })
        const claims = tokens.claims()!
        if (!isAskedLevel(claims.acr, settings)) return refused('other-level')
        const identity = door.read(claims)
        return identity ? { ok: true, identity } : refused('not-accepted')
      } catch (error) {
        return refused(whyRefused(error, pending))
      }
    },
    async goodbye({ switching, returnTo }) {
      const config = await found()
      if (!config?.serverMetadata().end_session_endpoint) return undefined
      const asked = { client_id: settings.clientId, post_logout_redirect_uri: returnTo, state: randomState() }
      return buildEndSessionUrl(config, { ...asked, ...(switching && { switch: 'true' }) }).href
    },
  }
}

/** To ask is a wish by itself (OpenID Connect Core 3.1.2.1): only what the token says counts, and a token that says nothing is no proof. */
function isAskedLevel(acr: unknown, { acrValues }: Pick<ClientSettings, 'acrValues'>): boolean {
  const asked = acrValues?.split(/\s+/).filter(Boolean) ?? []
  return asked.length === 0 || asked.some((one) => one === acr)
}

async function askedOf(
  { redirectUri, acrValues }: ClientSettings,
  { scope, capacity }: Door<unknown>,
  { state, nonce, codeVerifier, fresh }: PendingLogin,
  { organisation, language }: Pick<Parameters<LoginService['begin']>[0], 'organisation' | 'language'>,
): Promise<Record<string, string>> {
  const hint = { cap_hint: capacity, ...(organisation && { code_hint: organisation }) }
  return {
    redirect_uri: redirectUri,
    ...{ scope, state, nonce },
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    login_hint: Buffer.from(JSON.stringify(hint)).toString('base64'),
    ...(acrValues && { acr_values: acrValues }),
    ...(language && { ui_locales: language }),
    ...(fresh && { prompt: 'login', max_age: '0' }),
  }
}

/** Asks for the addresses and keys once; after a failure again at the next login. */
function discovered(settings: ClientSettings): () => Promise<Configuration | undefined> {
  let known: Promise<Configuration> | undefined
  return async () => {
    known ??= discover(settings)
    try {
      return await known
    } catch (error) {
      known = undefined
      if (isOurOwnFault(error)) throw error
      return undefined
    }
  }
}

/** A key that can't be read is no outage. */
function isOurOwnFault(error: unknown): boolean {
  return error instanceof TypeError && !(error.cause instanceof Error) && !/fetch/.test(error.message)
}

async function discover({ issuer, clientId, privateKey, timeoutMs, allowInsecure }: ClientSettings) {
  const key = await importPKCS8(privateKey, 'RS256')
  return discovery(
    new URL(issuer),
    clientId,
    { [clockTolerance]: toleranceSeconds, id_token_signed_response_alg: 'RS256' },
    PrivateKeyJwt(key),
    { timeout: timeoutMs / 1000, ...(allowInsecure && { execute: [allowInsecureRequests] }) },
  )
}

function whyRefused(error: unknown, { fresh }: PendingLogin): LoginRefusal {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'not-accepted'
  if (error instanceof ResponseBodyError) return 'not-accepted'
  if (error instanceof ClientError && /auth_time/.test(`${error.message} ${error.cause}`) && fresh)
    return 'not-fresh'
  if (error instanceof ClientError && error.code !== 'OAUTH_TIMEOUT') return 'not-accepted'
  return 'not-reached'
}
