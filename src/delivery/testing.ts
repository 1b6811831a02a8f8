import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { type DocumentId, derivedId, type MunicipalityId } from '../platform/ids.ts'
import { createLogger } from '../platform/log.ts'
import { checkDigits } from '../platform/national-number.ts'
import { createVault, type Vault } from '../platform/vault.ts'
import type { CampaignMessage, CampaignRef } from './campaign.ts'
import type { DispatchedDocument } from './delivery.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { dispatch } from './dispatch.ts'
import type { DocumentSource } from './document-source.ts'
import type { Mailbox, MailboxAnswer, MailboxMessage } from './mailbox.ts'
import { openCampaign } from './open-campaign.ts'
import { createTraffic, type TrafficSettings } from './traffic.ts'

/** Data for tests: a campaign of invented documents for invented people, and a mailbox without HTTP. */

const dataKey = { id: 1, key: randomBytes(32) }
export const testVault = createVault([dataKey])
/** The key of `testVault`, as KIESLOKET_DATA_KEY gives it to another process. */
export const testDataKey = `${dataKey.id}:${dataKey.key.toString('base64')}`

export const aMessage: CampaignMessage = {
  subject: 'Een brief',
  fileName: 'brief.pdf',
  language: 'nl',
  messageTypeId: 'BRIEF',
  senderEnterpriseNumber: '1999000150',
  senderApplicationId: 'kiesloket:test',
}

const numbersADay = 998
const numbersAMonth = 27 * numbersADay
const numbersAYear = 12 * numbersAMonth

/** The n-th invented person: a TST number, born from 1985 on. */
export function personNumber(n: number): string {
  const year = 85 + Math.floor(n / numbersAYear)
  const month = 61 + (Math.floor(n / numbersAMonth) % 12)
  const day = String(1 + (Math.floor(n / numbersADay) % 27)).padStart(2, '0')
  const digits = `${year}${month}${day}${String(1 + (n % numbersADay)).padStart(3, '0')}`
  return digits + checkDigits(digits, 1900 + year)
}

export function documentFor(documentId: DocumentId): Uint8Array {
  return Buffer.from(`%PDF-1.7 document ${documentId} ${'.'.repeat(200)}`)
}

type MakeDocument = (documentId: DocumentId) => Uint8Array

/** Makes every document from its id alone. */
export function documentsMadeBy(make: MakeDocument): DocumentSource {
  return {
    async render(_municipality, _reference, documentIds) {
      const made = (document: Uint8Array) => ({ document, sha256: sha256(document) })
      return new Map(documentIds.map((id) => [id, made(make(id))]))
    },
  }
}

export const plainDocuments = documentsMadeBy(documentFor)

interface DocumentOptions {
  readonly vault?: Vault
  readonly make?: MakeDocument
}

export function aDocument(
  campaign: CampaignRef,
  n: number,
  { vault = testVault, make = documentFor }: DocumentOptions = {},
): DispatchedDocument {
  const documentId = derivedId<DocumentId>('test document', campaign.campaignId, n)
  return {
    documentId,
    mailboxKey: derivedId('test key', documentId),
    recipientCipher: vault.seal(personNumber(n)),
    personIndex: vault.index(personNumber(n)),
    documentSha256: sha256(make(documentId)),
  }
}

export async function addTestMunicipality(database: Database, municipalityId: MunicipalityId): Promise<void> {
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
        values (${municipalityId}, ${`gemeente-${municipalityId}`}, 'Zonnedorp', ${String(99900 + municipalityId)},
                ${municipalityId === 1 ? '1999000150' : '1999000249'})`.execute(db),
  )
}

interface CampaignOptions extends DocumentOptions {
  readonly goesFirst?: boolean
  readonly goesAtOnce?: boolean
  /** Number of the invented person who gets the first document. */
  readonly firstPerson?: number
}

/** A campaign of `count` documents, handed over. */
export async function aCampaign(
  database: Database,
  municipalityId: MunicipalityId,
  count: number,
  options: CampaignOptions = {},
): Promise<CampaignRef & { documents: DispatchedDocument[] }> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const campaignId = await openCampaign(db, {
      ...{ municipalityId, documentKind: 'test', reference: 'test', message: aMessage, by: 'test' },
      ...(options.goesFirst && { goesFirst: true }),
      ...(options.goesAtOnce && { goesAtOnce: true }),
    })
    const campaign = { municipalityId, campaignId }
    const { firstPerson = 0 } = options
    const documents = Array.from({ length: count }, (_, n) => aDocument(campaign, firstPerson + n, options))
    await dispatch(db, campaign, documents)
    return { ...campaign, documents }
  })
}

/** A mailbox that answers as it is told, and remembers what came. `accepted` gets a receipt of its own for each document. */
export function scriptedMailbox(
  answer: (message: MailboxMessage, call: number) => MailboxAnswer | Promise<MailboxAnswer>,
  hasKeys = true,
): Mailbox & { readonly messages: MailboxMessage[] } {
  const messages: MailboxMessage[] = []
  return {
    route: 'scripted',
    party: { api: 'scripted', host: 'box.example' },
    hasKeys,
    messages,
    async deliver(message) {
      messages.push(message)
      const answered = await answer(message, messages.length)
      return answered === accepted ? { ...accepted, receipt: message.key } : answered
    },
  }
}

export const accepted: MailboxAnswer & { kind: 'accepted' } = {
  kind: 'accepted',
  receipt: 'r',
  inactive: false,
  httpStatus: 201,
}

const fast: TrafficSettings = {
  concurrency: 4,
  ratePerSecond: 100_000,
  backoff: { firstSeconds: 0.01, capSeconds: 0.05 },
}

export function testDeps(database: Database, mailbox: Mailbox, settings: Partial<TrafficSettings> = {}) {
  return {
    database,
    vault: testVault,
    mailboxFor: async () => mailbox,
    documents: plainDocuments,
    clock: systemClock,
    log: createLogger('silent'),
    traffic: createTraffic({ ...fast, ...settings }),
  } satisfies DeliveryDeps
}
