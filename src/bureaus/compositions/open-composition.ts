import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { CompositionId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { type ChangedSeat, compareCompositions } from './compare-compositions.ts'
import type { Composition, SentComposition } from './composition.ts'
import { lastOfArea, markOpened, selectCompositions, selectSealed } from './composition-store.ts'

interface Deps {
  readonly database: Database
  readonly vault: Pick<Vault, 'open'>
  readonly clock: Clock
}

export interface OpenedComposition {
  readonly sent: SentComposition
  readonly composition: Composition
  /** Against the one before; absent of the first. */
  readonly changes: readonly ChangedSeat[] | undefined
}

interface Opening {
  readonly election: Election
  readonly compositionId: CompositionId
  readonly by: string
  /** Who comes for a court or main bureau opens what was handed to it, and nothing else. */
  readonly receiver: string | undefined
  /** In which form it is taken. */
  readonly form: 'page' | 'csv' | 'pdf'
}

/** What was handed over, with what changed since the one before. Whoever opens it leaves a trace, and of the receiver it is kept when. */
export function openComposition(
  { database, vault, clock }: Deps,
  { election, compositionId, by, receiver, form }: Opening,
): Promise<OpenedComposition | undefined> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const known = await selectCompositions(db, election, receiver)
    const sent = known.find((one) => one.compositionId === compositionId)
    if (!sent) return undefined
    const composition = await contentOf(db, vault, sent)
    const earlier = known.find(
      ({ enterpriseNumber, version }) =>
        enterpriseNumber === sent.enterpriseNumber && version === sent.version - 1,
    )
    if (receiver) await markOpened(db, election, compositionId, { at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'bureaus.composition-opened', subject: compositionId }
    await recordAudit(db, { ...event, details: { version: sent.version, form } })
    return {
      sent: receiver && !sent.openedAt ? { ...sent, openedAt: clock.now() } : sent,
      composition,
      changes: earlier && compareCompositions(await contentOf(db, vault, earlier), composition),
    }
  })
}

async function contentOf(db: Db, vault: Pick<Vault, 'open'>, sent: SentComposition): Promise<Composition> {
  const sealed = await selectSealed(db, sent, sent.compositionId)
  return JSON.parse(vault.open(sealed!)) as Composition
}

/** The last composition of each municipality of the area that was handed to this court or main bureau. */
export function compositionsOfArea(
  { database }: Pick<Deps, 'database'>,
  authority: string,
): Promise<SentComposition[]> {
  return database.inScope({ authority }, lastOfArea)
}
