import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Mailbox, type MailboxFor, MailboxNotConfigured, type OwnLimits } from '../../delivery/index.ts'
import type { Config } from '../../platform/config.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { consentsAtOnce, createConsentSearch } from './consents-assumed.ts'
import type { Dialect } from './dialect.ts'
import { createEboxMailbox, type EboxQuestions } from './ebox-mailbox.ts'
import { federalV2, federalV3 } from './federal.ts'
import { createHttpPoster } from './http-post.ts'
import { magda } from './magda-assumed.ts'
import { createReadStatusSearch } from './read-status.ts'
import { createTokenClient, type TokenClient } from './token-client.ts'

/** What a municipality's own file may say about its road; what it leaves out comes from the installation. */
export interface SenderSettings {
  readonly enterpriseNumber: string
  readonly api?: Dialect['api'] | undefined
  readonly baseUrl?: string | undefined
  readonly tokenUrl?: string | undefined
  readonly clientId?: string | undefined
  readonly privateKeyFile?: string | undefined
  /** True when the installation's own client publishes for this municipality, under a mandate. */
  readonly onBehalfOf?: boolean | undefined
  /** Whether to ask which letters were opened. */
  readonly readStatus?: boolean | undefined
  /** Where is asked who has an e-Box in use. */
  readonly consentUrl?: string | undefined
  readonly limits?: OwnLimits | undefined
}

export interface EboxMailboxes {
  readonly mailboxFor: MailboxFor
  close(): Promise<void>
}

type EboxConfig = Pick<
  Config,
  | 'EBOX_API'
  | 'EBOX_BASE_URL'
  | 'EBOX_TOKEN_URL'
  | 'EBOX_TOKEN_AUDIENCE'
  | 'EBOX_CLIENT_ID'
  | 'EBOX_PRIVATE_KEY_FILE'
  | 'EBOX_SCOPE'
  | 'EBOX_CONCURRENCY'
  | 'EBOX_TIMEOUT_MS'
  | 'EBOX_READ_STATUS'
  | 'EBOX_READ_STATUS_AT_ONCE'
  | 'EBOX_CONSENT_URL'
  | 'EBOX_CONSENT_SCOPE'
  | 'EBOX_CONSENT_AT_ONCE'
>

type Identity = ReturnType<typeof identityOf>

interface Road {
  readonly sender: SenderSettings
  readonly dialect: Dialect
  readonly identity: Identity
  readonly baseUrl: string
}

const dialects = { 'federal-v3': federalV3, 'federal-v2': federalV2, magda } as const

/**
 * Chooses each municipality's road to the e-Box. Municipalities that travel under one identity share its tokens, and
 * all share the connections. A municipality whose settings change gets a new mailbox at the next batch.
 */
export function createMailboxFor(
  config: EboxConfig,
  settingsOf: (municipalityId: MunicipalityId) => Promise<SenderSettings>,
): EboxMailboxes {
  const poster = createHttpPoster({
    timeoutMs: config.EBOX_TIMEOUT_MS,
    connections: config.EBOX_CONCURRENCY,
  })
  const tokenClients = new Map<string, TokenClient>()

  async function tokensOf(identity: Identity): Promise<TokenClient> {
    const name = JSON.stringify(identity)
    const tokens =
      tokenClients.get(name) ??
      createTokenClient(poster.post, { ...identity, privateKey: await readKey(identity.privateKeyFile) })
    tokenClients.set(name, tokens)
    return tokens
  }

  async function open(sender: SenderSettings): Promise<Mailbox> {
    const dialect = dialects[sender.api ?? config.EBOX_API]
    const identity = identityOf(config, dialect, sender)
    const tokens = await tokensOf(identity)
    const baseUrl = sender.baseUrl ?? config.EBOX_BASE_URL
    const party = { api: dialect.api, host: new URL(baseUrl).host }
    const route = `${party.api} ${party.host} ${identity.clientId}`
    const mailbox = createEboxMailbox(
      { ...poster, tokens, dialect },
      { route, party, baseUrl, ...(sender.onBehalfOf && { onBehalfOf: sender.enterpriseNumber }) },
      await questionsOf({ sender, dialect, identity, baseUrl }),
    )
    return sender.limits ? { ...mailbox, ownLimits: sender.limits } : mailbox
  }

  async function questionsOf({ sender, dialect, identity, baseUrl }: Road): Promise<EboxQuestions> {
    const { enterpriseNumber } = sender
    const headers = (traceId: string) => ({
      ...dialect.requestHeaders(traceId, enterpriseNumber),
      ...(sender.onBehalfOf && dialect.onBehalfOf(enterpriseNumber)),
    })
    const under = (scope: string | undefined) => tokensOf(scope ? { ...identity, scope } : identity)
    const ask = { ...poster, dialect }
    const { status } = dialect
    const asksForStatus = sender.readStatus ?? config.EBOX_READ_STATUS === 'on'
    const consentUrl = sender.consentUrl ?? config.EBOX_CONSENT_URL
    return {
      ...(asksForStatus && {
        readStatus: createReadStatusSearch(
          { ...ask, tokens: await under(status.scope) },
          { baseUrl, headers, atOnce: config.EBOX_READ_STATUS_AT_ONCE ?? status.atOnce },
        ),
      }),
      ...(consentUrl && {
        consents: createConsentSearch(
          { ...ask, tokens: await under(config.EBOX_CONSENT_SCOPE) },
          { baseUrl: consentUrl, headers, atOnce: config.EBOX_CONSENT_AT_ONCE ?? consentsAtOnce },
        ),
      }),
    }
  }

  return {
    mailboxFor: async (municipalityId) => open(await settingsOf(municipalityId)),
    close: () => poster.close(),
  }
}

function identityOf(config: EboxConfig, dialect: Dialect, sender: SenderSettings) {
  const tokenUrl = sender.tokenUrl ?? config.EBOX_TOKEN_URL
  const privateKeyFile = sender.privateKeyFile ?? config.EBOX_PRIVATE_KEY_FILE
  if (!privateKeyFile)
    throw new MailboxNotConfigured(
      'EBOX_PRIVATE_KEY_FILE: no private key for the e-Box; set it, or ebox.privateKeyFile',
    )
  return {
    tokenUrl,
    audience: sender.tokenUrl ?? config.EBOX_TOKEN_AUDIENCE ?? tokenUrl,
    clientId: sender.clientId ?? config.EBOX_CLIENT_ID,
    privateKeyFile,
    scope: config.EBOX_SCOPE ?? (sender.onBehalfOf ? dialect.scope.onBehalf : dialect.scope.own),
  }
}

async function readKey(file: string): Promise<KeyObject> {
  try {
    return createPrivateKey(await readFile(file))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'not a private key in PEM'
    throw new MailboxNotConfigured(
      `the private key for the e-Box can't be read from ${file}: ${reason}`,
      file,
    )
  }
}
