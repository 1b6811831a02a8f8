import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StrictOptions, type StrictRegistry, startStrictRegistry } from './server.ts'

/** A strict registry with one sender of its own, and the settings with which the product finds it. */

export const scopes = {
  own: 'scope:document:management:consult:ws-eboxrestentreprise:publicationsender',
  onBehalf: 'scope:document:management:ws-eboxrestentreprise:eboxrepresentativepublication',
}
export const clientId = 'strict-client'
export const ownNumber = '1999000150'
export const otherNumber = '1999000249'

/** Making a pair takes longer than most tests do: one serves all. */
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })

export interface StrictRoad {
  readonly registry: StrictRegistry
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function strictRoad(options: Partial<StrictOptions> = {}): Promise<StrictRoad> {
  const registry = await startStrictRegistry({
    client: { clientId, publicKey: keys.publicKey, scopes: Object.values(scopes) },
    ...{ enterpriseNumber: ownNumber, mandates: [otherNumber], scopes },
    types: [
      { application: 'kiesloket:test', messageType: 'BRIEF' },
      { application: 'kiesloket:verkiezing:brieven', messageType: 'KIESBRIEF' },
    ],
    ...options,
  })
  const folder = mkdtempSync(join(tmpdir(), 'kiesloket-strict-'))
  const keyFile = join(folder, 'client.pem')
  writeFileSync(keyFile, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return {
    registry,
    env: {
      ...{ EBOX_API: 'federal-v3', EBOX_BASE_URL: registry.baseUrl, EBOX_TOKEN_URL: registry.tokenUrl },
      ...{ EBOX_CLIENT_ID: clientId, EBOX_PRIVATE_KEY_FILE: keyFile, EBOX_TIMEOUT_MS: '2000' },
    },
    async close() {
      await registry.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A signed statement as the token service asks for it, with `claims` laid over it. */
export function assertionFor(audience: string, claims: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000)
  const usual = { iss: clientId, sub: clientId, aud: audience, iat: now, exp: now + 120, jti: randomUUID() }
  const text = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ ...usual, ...claims })}`
  return `${text}.${sign('sha256', Buffer.from(text), keys.privateKey).toString('base64url')}`
}

export async function askToken(tokenUrl: string, changes: Record<string, string> = {}) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertionFor(tokenUrl),
    scope: scopes.own,
    ...changes,
  }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await fetch(tokenUrl, { method: 'POST', headers, body })
  return { status: reply.status, body: (await reply.json()) as Record<string, string> }
}
