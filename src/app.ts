import { readFile } from 'node:fs/promises'
import { myCalls } from './bureaus/index.ts'
import type { SenderSettings } from './connectors/ebox/index.ts'
import {
  createSenders,
  createTraffic,
  type DocumentSource,
  type MailboxFor,
  type Traffic,
} from './delivery/index.ts'
import { deskUrl } from './desk/desk-deps.ts'
import { paths as deskPaths } from './desk/paths.ts'
import { getSettings } from './municipalities/index.ts'
import { mailSenderOf, openMailServer } from './open-mailer.ts'
import { openPassMaker } from './open-pass-maker.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { blaming, ConfigError, readConfig } from './platform/config.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { staffOf } from './platform/db/scope.ts'
import {
  type CompleteConfig,
  type Prepared,
  prepareDevelopment,
  type StandIns,
} from './platform/development.ts'
import type { CitizenIdentity, EmbeddedLogin, LoginService } from './platform/identity.ts'
import type { MunicipalityId } from './platform/ids.ts'
import { type KeySet, keySetOf, readKeySet } from './platform/key-set.ts'
import { lazily } from './platform/lazily.ts'
import { createLogger, type Logger } from './platform/log.ts'
import type { MailServer } from './platform/mail.ts'
import { createThreadedTypesetter } from './platform/pdf/threaded-typesetter.ts'
import type { Typesetter } from './platform/pdf/typesetter.ts'
import { openSealKeys, type SealFiles } from './platform/seal/open-seal-keys.ts'
import type { SealKeys } from './platform/seal/seal-key.ts'
import { createSigner, type Signer } from './platform/signer.ts'
import { createVault, parseDataKeys, type Vault } from './platform/vault.ts'
import type { PassMaker } from './platform/wallet/pass-maker.ts'
import type { FindMyConvocations } from './portal/convocations/my-convocation.ts'
import { paths as portalPaths } from './portal/paths.ts'

/** Everything the use cases stand on, joined by hand in one place. Tests pass `overrides`. */
export interface App {
  readonly config: CompleteConfig
  /** Where what stands in for settings that were left out lies; nothing in production. */
  readonly standIns: StandIns
  readonly database: Database
  readonly vault: Vault
  readonly signer: Signer
  /** The public half of the signing key, and those of earlier ones: what others check letters with. */
  readonly keySet: KeySet
  readonly clock: Clock
  readonly log: Logger
  readonly typesetter: Typesetter
  readonly mailboxFor: MailboxFor
  readonly documents: DocumentSource
  /** What municipalities seal their letters with. */
  readonly sealKeys: SealKeys<MunicipalityId>
  /** What makes passes for Apple Wallet; absent: no page offers one. */
  readonly passMaker?: PassMaker | undefined
  /** Where staff log in; absent: nobody can. */
  readonly loginService?: LoginService | undefined
  /** Where citizens log in; absent: nobody can. */
  readonly citizenLogin?: LoginService<CitizenIdentity> | undefined
  /** The server that sends our mail, to ask whether it lets us in; absent: no mail leaves. */
  readonly mailServer?: MailServer | undefined
  /** Who is logged in at a site that shows the citizen's pages in a frame. There is no connector for it yet. */
  readonly embeddedLogin?: EmbeddedLogin | undefined
  /** What a citizen is called for as a member of a bureau. */
  readonly findMyConvocations?: FindMyConvocations | undefined
  /** What this process remembers of each road: pace and breakers; and what others leave it of the limits. */
  readonly traffic: Traffic
  /** Which national numbers may enter: test numbers only outside production. */
  readonly numbers: { readonly allowTestNumbers: boolean }
  close(): Promise<void>
}

type Overrides = Partial<
  Pick<
    App,
    | ('clock' | 'log' | 'mailboxFor' | 'sealKeys')
    | ('loginService' | 'citizenLogin' | 'embeddedLogin' | 'findMyConvocations')
  >
>

/**
 * Reads the configuration and opens what it names. In development whatever is missing is made in the data
 * folder: the embedded database (migrated), a data key, a signing key, an e-Box client key.
 * Throws a `ConfigError` that names every wrong setting.
 */
export async function openApp(
  env: Readonly<Record<string, string | undefined>> = process.env,
  overrides: Overrides = {},
): Promise<App> {
  const asked = readConfig(env)
  const earlierKeys = await readEarlierKeys(asked.KIESLOKET_EARLIER_KEYS_FILE)
  const development = await prepareDevelopment(asked)
  try {
    return await joinParts(development, earlierKeys, overrides)
  } catch (error) {
    await development.leave()
    throw error
  }
}

async function joinParts(development: Prepared, earlierKeys: KeySet, overrides: Overrides): Promise<App> {
  const { config } = development
  const vault = await blaming('KIESLOKET_DATA_KEY', () =>
    createVault(parseDataKeys(config.KIESLOKET_DATA_KEY)),
  )
  const signer = await blaming('KIESLOKET_SIGNING_KEY_FILE', () => createSigner(config.signingKey))
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_CONNECTIONS)
  const log = overrides.log ?? createLogger(config.LOG_LEVEL)
  const clock = overrides.clock ?? systemClock
  await mailSenderOf(config)
  const passMaker = await openPassMaker(config)
  const loginService = overrides.loginService ?? (await openLogin(config))
  const citizenLogin = overrides.citizenLogin ?? (await openCitizenLogin(config))
  const typesetter = createThreadedTypesetter()
  const ebox = lazily(async () => {
    const { createMailboxFor } = await import('./connectors/ebox/index.ts')
    return createMailboxFor(config, (municipalityId) => senderOf(database, municipalityId))
  })
  const sealKeys = overrides.sealKeys ?? openSealKeys((id) => sealFilesOf(database, id))
  const letters = lazily(async () => {
    const { createLetterSource } = await import('./letters/index.ts')
    return createLetterSource({ database, clock, sealKeys })
  })
  const memberLetters = lazily(async () => {
    const { createMemberLetterSource } = await import('./bureaus/index.ts')
    return createMemberLetterSource({ database, typesetter })
  })
  const sourceOf = (kind: string) => (kind === 'member-letter' ? memberLetters : letters).get()
  const limits = { concurrency: config.EBOX_CONCURRENCY, ratePerSecond: config.EBOX_RATE_PER_SECOND }
  const traffic = createTraffic(limits, createSenders(database))
  return {
    config,
    standIns: development.standIns,
    database,
    vault,
    signer,
    keySet: keySetOf([signer.publicJwk, ...earlierKeys.keys]),
    clock,
    log,
    typesetter,
    mailboxFor: overrides.mailboxFor ?? (async (id) => (await ebox.get()).mailboxFor(id)),
    loginService,
    citizenLogin,
    mailServer: openMailServer(config),
    embeddedLogin: overrides.embeddedLogin,
    findMyConvocations: overrides.findMyConvocations ?? myCalls,
    documents: {
      render: async (...asked) => (await sourceOf(asked[3])).render(asked[0], asked[1], asked[2]),
    },
    sealKeys,
    passMaker,
    traffic,
    numbers: numbersOf(config),
    async close() {
      await typesetter.close()
      await traffic.close()
      await (await ebox.made)?.close()
      await database.close()
      await development.leave()
    },
  }
}

/** The login of staff, as the settings name it. */
async function openLogin(config: CompleteConfig): Promise<LoginService | undefined> {
  if (!config.ACM_ISSUER) return undefined
  const client = {
    ...(await clientOf(config, config.ACM_ISSUER, 'ACM_PRIVATE_KEY_FILE')),
    ...{ clientId: config.ACM_CLIENT_ID, acrValues: config.ACM_ACR_VALUES },
    redirectUri: deskUrl(config) + deskPaths.signedIn(),
  }
  const { createAcm } = await import('./connectors/identity/index.ts')
  return createAcm({ ...client, roleScope: config.ACM_ROLE_SCOPE })
}

/** That of citizens: another client at the same service. */
async function openCitizenLogin(config: CompleteConfig): Promise<LoginService<CitizenIdentity> | undefined> {
  const { ACM_ISSUER: issuer, ACM_CITIZEN_CLIENT_ID: clientId } = config
  if (!issuer || !clientId) return undefined
  const key = config.ACM_CITIZEN_PRIVATE_KEY_FILE ? 'ACM_CITIZEN_PRIVATE_KEY_FILE' : 'ACM_PRIVATE_KEY_FILE'
  const client = {
    ...(await clientOf(config, issuer, key)),
    ...{ clientId, acrValues: config.ACM_CITIZEN_ACR_VALUES },
    redirectUri: config.PORTAL_URL + portalPaths.signedIn(),
  }
  const { createCitizenAcm } = await import('./connectors/identity/index.ts')
  return createCitizenAcm(client, numbersOf(config))
}

async function clientOf(
  config: CompleteConfig,
  issuer: string,
  setting: 'ACM_PRIVATE_KEY_FILE' | 'ACM_CITIZEN_PRIVATE_KEY_FILE',
) {
  const privateKey = await blaming(setting, async () => {
    const file = config[setting]
    if (file) return readFile(file, 'utf8')
    throw new Error('is missing, while ACM_ISSUER is there')
  })
  const { ACM_TIMEOUT_MS: timeoutMs, KIESLOKET_ENV } = config
  return { issuer, privateKey, timeoutMs, allowInsecure: KIESLOKET_ENV === 'development' }
}

/** Test numbers belong to nobody, and so to nobody in production. */
function numbersOf({ KIESLOKET_ENV }: CompleteConfig): { allowTestNumbers: boolean } {
  return { allowTestNumbers: KIESLOKET_ENV === 'development' }
}

async function readEarlierKeys(file: string | undefined): Promise<KeySet> {
  if (!file) return keySetOf([])
  const keySet = readKeySet(await readFile(file, 'utf8').catch(() => ''))
  if (keySet) return keySet
  throw new ConfigError([
    {
      path: 'KIESLOKET_EARLIER_KEYS_FILE',
      wrong: `${file} is not a JSON Web Key Set with Ed25519 keys`,
      remedy: 'Give a file as /.well-known/jwks.json of the pages has it, or leave the setting out',
    },
  ])
}

/** How a municipality travels to the e-Box: its own identity, or the installation's. */
async function senderOf(database: Database, municipalityId: MunicipalityId): Promise<SenderSettings> {
  const { enterpriseNumber, ebox } = await database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  return { enterpriseNumber, ...ebox }
}

/** Where a municipality's seal lies; nothing when it does not seal. */
async function sealFilesOf(
  database: Database,
  municipalityId: MunicipalityId,
): Promise<SealFiles | undefined> {
  const { seal } = await database.inScope(staffOf(municipalityId), (db) => getSettings(db, municipalityId))
  return seal
}
