import { sql } from 'kysely'
import type { TruthItem } from '../../dev/ebox/sim-routes.ts'
import type { App } from '../../src/app.ts'
import { type CampaignRef, retryFailed, settleUnconfirmed } from '../../src/delivery/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { DocumentId } from '../../src/platform/ids.ts'
import type { EboxRoad } from '../ebox.ts'

/** Letters that the e-Box refuses one by one, and what the operator does once the cause is mended. */

/** How the installation says that a letter was turned away. */
interface TurnedAway {
  readonly campaign: CampaignRef
  readonly documentId: DocumentId
  /** SHA-256 of the document. */
  readonly document: string
  /** Refused; or unconfirmed, because an earlier attempt of it may have arrived. */
  readonly state: 'refused' | 'unconfirmed'
  readonly reason: string
}

export interface Mended {
  readonly turnedAway: readonly TurnedAway[]
  /** Of those, what the e-Box had in its books before anything was sent again. */
  readonly inBooks: readonly TurnedAway[]
  /** By reason, how many went again together. */
  readonly retried: Readonly<Record<string, number>>
}

/** Once the cause is mended the refused letters go again as groups, and those that are in doubt one by one, by the books. */
export async function mendRefusals(
  { app, road }: { readonly app: Pick<App, 'database' | 'clock'>; readonly road: EboxRoad },
  campaigns: readonly CampaignRef[],
): Promise<Mended> {
  const turnedAway = (await Promise.all(campaigns.map((each) => turnedAwayIn(app.database, each)))).flat()
  const books = new Set(road.standIn.messages().map(({ sha256 }: TruthItem) => sha256))
  road.mend('refuse')
  const by = 'operator'
  const retried: Record<string, number> = {}
  for (const campaign of campaigns)
    for (const reason of reasonsIn(turnedAway, campaign)) {
      const again = await retryFailed(app, { ...campaign, group: { reason }, by })
      if (!again.ok) throw new Error(`a group can't go again: ${again.because}`)
      retried[reason] = (retried[reason] ?? 0) + again.count
    }
  for (const { campaign, documentId, document, state } of turnedAway) {
    if (state === 'refused') continue
    const as = books.has(document) ? 'delivered' : 'send-again'
    const evidence = 'the books of the e-Box'
    const settled = await settleUnconfirmed(app, { ...campaign, documentId, as, evidence, by })
    if (!settled.ok) throw new Error(`it can't be settled: ${settled.because}`)
  }
  return { turnedAway, inBooks: turnedAway.filter(({ document }) => books.has(document)), retried }
}

function reasonsIn(turnedAway: readonly TurnedAway[], campaign: CampaignRef): ReadonlySet<string> {
  const refused = turnedAway.filter((each) => each.campaign === campaign && each.state === 'refused')
  return new Set(refused.map(({ reason }) => reason))
}

/** Those whose last answer was a refusal and that nobody took back. */
async function turnedAwayIn(database: Database, campaign: CampaignRef): Promise<TurnedAway[]> {
  const { municipalityId, campaignId } = campaign
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<Omit<TurnedAway, 'campaign'>>`
      select d.document_id as "documentId", encode(d.document_sha256, 'hex') as document, d.state, d.reason
      from delivery.delivery d
      join delivery.attempt a on a.municipality_id = d.municipality_id and a.campaign_id = d.campaign_id
        and a.document_id = d.document_id and a.attempt = d.attempts
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.taken_back is null
        and d.state in ('refused', 'unconfirmed') and a.outcome in ('permanent', 'closed')`.execute(db),
  )
  return rows.map((row) => ({ campaign, ...row }))
}
