import { randomUUID } from 'node:crypto'
import { recordAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import { type Result, refused } from '../platform/result.ts'
import { askPatiently, type Patience, usualPatience } from './ask-patiently.ts'
import type { CampaignRef } from './campaign.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import type { ReadStatusSearch } from './mailbox-questions.ts'
import {
  countReadings,
  insertReadings,
  markReadStatusAsked,
  type UnreadDocument,
  unreadAfter,
} from './reading-store.ts'

export interface ReadStatusPull extends CampaignRef {
  readonly by: string
  readonly onProgress?: (asked: number, total: number) => void
  readonly shutdown?: AbortSignal
  readonly patience?: Patience
}

export interface ReadStatusPulled {
  /** Published with a receipt, and those of them that were seen to be opened, now or earlier. */
  readonly published: number
  readonly read: number
  /** Of this pull: seen to be opened for the first time; not opened yet; not known (any more) by the other side. */
  readonly newlyRead: number
  readonly unread: number
  readonly unknown: number
}

type Deps = Pick<DeliveryDeps, 'database' | 'vault' | 'mailboxFor' | 'clock'>
type Counts = Pick<ReadStatusPulled, 'newlyRead' | 'unread' | 'unknown'>

const never = new AbortController().signal

/**
 * Asks which published documents were opened, in questions as large as the road allows, one at a time, and never again
 * about one that was. What was heard is kept question by question: who is stopped or cut off goes on from there.
 */
export async function pullReadStatus(
  deps: Deps,
  { municipalityId, campaignId, by, onProgress, shutdown = never, patience = usualPatience }: ReadStatusPull,
): Promise<
  Result<ReadStatusPulled, 'read-status-not-offered' | 'party-gave-no-answer' | 'asking-interrupted'>
> {
  const campaign = { municipalityId, campaignId }
  const scope = staffOf(municipalityId)
  const { readStatus } = await deps.mailboxFor(municipalityId)
  if (!readStatus) return refused('read-status-not-offered')

  const { published, read } = await deps.database.inScope(scope, (db) => countReadings(db, campaign))
  const counts = { newlyRead: 0, unread: 0, unknown: 0 }
  let because: string | undefined
  for (let after: DocumentId | undefined, asked = 0; ; ) {
    if (shutdown.aborted) break
    const page = await deps.database.inScope(scope, (db) =>
      unreadAfter(db, campaign, after, readStatus.atOnce),
    )
    if (page.length === 0) break
    because = await askAbout(deps, { campaign, readStatus, patience, shutdown }, page, counts)
    if (because) break
    after = page.at(-1)!.documentId
    asked += page.length
    onProgress?.(asked, published - read)
  }
  const details = { campaignId, ...counts, ...(because && { because }) }
  const isWhole = !because && !shutdown.aborted
  await deps.database.inScope(scope, async (db) => {
    if (isWhole) await markReadStatusAsked(db, campaign, deps.clock.now())
    const event = { municipalityId, actor: by, action: 'delivery.read-status-pulled', subject: campaignId }
    await recordAudit(db, { ...event, details })
  })
  if (because) return refused('party-gave-no-answer', because)
  if (shutdown.aborted) return refused('asking-interrupted')
  return { ok: true, published, read: read + counts.newlyRead, ...counts }
}

interface Asking {
  readonly campaign: CampaignRef
  readonly readStatus: ReadStatusSearch
  readonly patience: Patience
  readonly shutdown: AbortSignal
}

/** Adds to the counts; answers why it got no answer. */
async function askAbout(
  { database, vault, clock }: Deps,
  { campaign, readStatus, patience, shutdown }: Asking,
  page: readonly UnreadDocument[],
  counts: { -readonly [Name in keyof Counts]: number },
): Promise<string | undefined> {
  const documents = new Map(page.map(({ receipt, documentId }) => [receipt, documentId]))
  let traceId = ''
  const answer = await askPatiently(
    () => {
      traceId = randomUUID()
      const open = ({ receipt, recipientCipher }: UnreadDocument) => ({
        receipt,
        recipient: vault.open(recipientCipher) as NationalNumber,
      })
      return readStatus.ask(page.map(open), traceId)
    },
    patience,
    shutdown,
  )
  if (!answer.ok) return answer.code
  const documentIds = answer.read.flatMap((receipt) => documents.get(receipt) ?? [])
  const unread = answer.unread.filter((receipt) => documents.has(receipt)).length
  await database.inScope(staffOf(campaign.municipalityId), (db) =>
    insertReadings(db, campaign, { documentIds, now: clock.now(), traceId }),
  )
  counts.newlyRead += documentIds.length
  counts.unread += unread
  counts.unknown += page.length - documentIds.length - unread
  return undefined
}
