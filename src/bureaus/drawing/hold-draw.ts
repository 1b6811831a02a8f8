import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { refreshStatistics } from '../statistics-store.ts'
import { seedOf } from './draw-order.ts'
import { currentDraw, lockDraws, rankPeople, writeDrawn } from './draw-store.ts'
import type { KeptDraw } from './kept-draw.ts'
import { spelled } from './public-value.ts'

export interface Spoken {
  readonly election: Election
  readonly staff: Staff
  /** What the public source said; kept in its one spelling. */
  readonly publicValue: string
  /** The eyes of the magistrate's dice, in the order they were thrown. */
  readonly dice: readonly number[]
}

export type HoldRefusal =
  | 'right-missing'
  | 'nothing-committed'
  | 'already-drawn'
  | 'before-the-moment'
  | 'committed-by-same-person'
  | 'no-public-value'
  | 'not-those-dice'

/** Draws: the whole order of every pool, in one transaction. Refused before the moment that was announced. */
export async function holdDraw(
  deps: { readonly database: Database; readonly clock: Clock },
  spoken: Spoken,
): Promise<Result<{ draw: KeptDraw }, HoldRefusal>> {
  const held = await drawOnce(deps, spoken)
  // From here on somebody is looked for in it, seat by seat.
  if (held.ok) await refreshStatistics(deps.database, spoken.election)
  return held
}

function drawOnce(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, staff, publicValue, dice }: Spoken,
): Promise<Result<{ draw: KeptDraw }, HoldRefusal>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (staff.municipalityId !== municipalityId || !mayDo(staff, 'bureaus.draw'))
      return refused('right-missing')
    await lockDraws(db, election)
    const draw = await currentDraw(db, election)
    if (!draw) return refused('nothing-committed')
    if (draw.state === 'DRAWN') return refused('already-drawn')
    const now = clock.now()
    if (now < draw.knownAt) return refused('before-the-moment', draw.knownAt.toISOString())
    if (draw.twoPeople && draw.committedBy === staff.staffId) return refused('committed-by-same-person')
    const value = spelled(draw.frozen, publicValue)
    if (value === '' || publicValue.length > 300) return refused('no-public-value')
    const wanted = draw.frozen.randomness.dice
    if (dice.length !== wanted || !dice.every((eyes) => [1, 2, 3, 4, 5, 6].includes(eyes)))
      return refused('not-those-dice', String(wanted))
    const seed = seedOf(draw.commitment, { publicValue: value, dice })
    await rankPeople(db, election, draw, seed)
    const { drawId } = draw
    const drawn = { drawId, publicValue: value, dice, seed, drawnAt: now, drawnBy: staff.staffId }
    await writeDrawn(db, election, drawn)
    const event = { municipalityId, actor: staff.staffId, action: 'bureaus.draw-held', subject: drawId }
    await recordAudit(db, { ...event, details: { seed } })
    return { ok: true, draw: { ...draw, ...drawn, state: 'DRAWN' } }
  })
}
