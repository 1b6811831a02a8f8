import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { Provider } from 'oidc-provider'
import { type Citizens, citizenClaims } from './citizens.ts'
import { MemoryAdapter } from './memory-adapter.ts'
import { findAccount } from './people.ts'

/** An application that may log people in here. */
export interface AcmClient {
  readonly clientId: string
  /** Absent: staff. The scopes of the one were not granted to the other. */
  readonly isForCitizens?: boolean
  readonly publicJwk: JsonWebKey
  /** Exactly these; anything else is an error page, never a redirect. */
  readonly redirectUris: readonly string[]
  readonly logoutUris: readonly string[]
}

const roleScope = 'kiesloket'

/** The service as its documentation tells it: its paths, scopes and claims, RS256, codes for once and for a minute. */
export function createProvider(issuer: string, clients: readonly AcmClient[], citizens: Citizens): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signingKey = { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'acm-1' }
  return new Provider(issuer, {
    adapter: MemoryAdapter,
    clients: clients.map(metadataOf),
    jwks: { keys: [signingKey] },
    routes: {
      authorization: '/v1/auth',
      token: '/v1/token',
      userinfo: '/v1/userinfo',
      introspection: '/v1/introspect',
      jwks: '/v1/keys',
      end_session: '/v1/logout',
    },
    scopes: ['openid', 'profile', 'rrn', 'vo', roleScope],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name'],
      rrn: ['rrn'],
      vo: ['vo_id', 'vo_doelgroepcode', 'vo_orgcode', 'vo_orgnaam', 'vo_email'],
      [roleScope]: [`${roleScope}_rol_3d`],
    },
    // Without them no token says by which means somebody logged in, and it says so only to who asked (`acr_values`).
    acrValues: ['eid', 'itsme', 'csamtotp'].map((means) => `urn:be:vlaanderen:authmech:${means}`),
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 60,
      IdToken: 3600,
      AccessToken: 3600,
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: leaveAtOnce },
    },
    cookies: { keys: ['only for the stand-in'] },
    interactions: { url: (_, interaction) => `/op/interaction/${interaction.uid}` },
    async findAccount(_, id) {
      const citizen = citizens.find(id)
      if (citizen) return { accountId: id, claims: async () => citizenClaims(citizen, id) }
      const found = findAccount(id)
      return found && { accountId: id, claims: async () => claimsOf(found) }
    },
    /** Who may log in with an application agreed to it with their organisation: nobody is asked. */
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope(oidc.client!.scope!)
      await grant.save()
      return grant
    },
  })
}

const staffScope = `openid profile vo ${roleScope}`
const citizenScope = 'openid profile rrn'

function metadataOf({ clientId, isForCitizens, publicJwk, redirectUris, logoutUris }: AcmClient) {
  return {
    client_id: clientId,
    jwks: { keys: [{ ...publicJwk, alg: 'RS256', use: 'sig' }] },
    token_endpoint_auth_method: 'private_key_jwt' as const,
    token_endpoint_auth_signing_alg: 'RS256' as const,
    id_token_signed_response_alg: 'RS256' as const,
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...logoutUris],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    scope: isForCitizens ? citizenScope : staffScope,
  }
}

function claimsOf({ person, capacity }: NonNullable<ReturnType<typeof findAccount>>) {
  const roles = capacity.roles.map((role) => `Kiesloket-${role}:${capacity.organisation}`)
  return {
    sub: person.id,
    given_name: person.givenName,
    family_name: person.familyName,
    vo_id: person.id,
    vo_doelgroepcode: capacity.targetGroup,
    vo_orgcode: capacity.organisation,
    vo_orgnaam: capacity.organisationName,
    vo_email: person.email,
    ...(roles.length > 0 && { [`${roleScope}_rol_3d`]: roles }),
  }
}

/** The real service ends its session without a question; the form stays for who has no script. */
async function leaveAtOnce(ctx: { body: unknown }, form: string): Promise<void> {
  ctx.body = `<!doctype html><html lang="nl"><title>Afmelden (nagemaakt)</title><body>${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Afmelden</button></p>
<script>document.querySelector('button[name=logout]').click()</script></body></html>`
}
