import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/**
 * A login service that asks nobody anything: whoever says who they are in the code gets a signed token that says so. Our side of
 * the login is the real one, with its key, its nonce and its check of the signature. The service itself is not what is measured.
 */
export interface QuickLogin {
  readonly issuer: string
  /** What the browser comes back with, after it was sent to this address as this citizen. */
  wayBack(address: string, nationalNumber: string): URLSearchParams
  close(): Promise<void>
}

export async function startQuickLogin(clientId: string): Promise<QuickLogin> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig', kid: 'bench' }
  const server = createServer(async (request, response) => {
    const answer = (body: object) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (request.url?.endsWith('/keys')) answer({ keys: [jwk] })
    else if (request.url?.endsWith('/token')) answer(await tokenFor(await text(request)))
    else answer(metadata)
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const metadata = {
    ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
    ...{
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
    },
    id_token_signing_alg_values_supported: ['RS256'],
  }

  async function tokenFor(form: string): Promise<object> {
    const code = new URLSearchParams(form).get('code') ?? ''
    const { nonce, rrn } = JSON.parse(Buffer.from(code, 'base64url').toString()) as Record<string, string>
    const idToken = await new SignJWT({ nonce, rrn, given_name: 'Jo', family_name: 'Kiezer' })
      .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject('bench')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    return { access_token: 'bench', token_type: 'Bearer', expires_in: 300, id_token: idToken }
  }

  return {
    issuer,
    wayBack(address, rrn) {
      const { searchParams } = new URL(address)
      const code = Buffer.from(JSON.stringify({ nonce: searchParams.get('nonce'), rrn })).toString(
        'base64url',
      )
      return new URLSearchParams({ code, state: searchParams.get('state') ?? '' })
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
