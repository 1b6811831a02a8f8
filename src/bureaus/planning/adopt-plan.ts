import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type BureauId, newId, type SeatId } from '../../platform/ids.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { refreshStatistics } from '../statistics-store.ts'
import {
  giveUpSeats,
  insertBureaus,
  insertSeats,
  keptBureaus,
  lockBureaus,
  replaceCounted,
  turnSeats,
  updateBureaus,
} from './bureau-store.ts'
import { comparePlan, isSamePlan, type PlanDifference } from './compare-plan.ts'
import { seatPlaces, type WantedBureau } from './wanted-bureau.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export interface PlanToAdopt {
  readonly election: Election
  /** All bureaus of the election: what is not among them goes. */
  readonly wanted: readonly WantedBureau[]
  readonly by: string
}

export type Adopted =
  | { readonly ok: true; readonly difference: PlanDifference }
  | (Refused<'would-lose-people'> & { readonly difference: PlanDifference })

/** What adopting this plan would do. Nothing is written. */
export function previewPlan(
  { database }: Pick<Deps, 'database'>,
  { election, wanted }: Pick<PlanToAdopt, 'election' | 'wanted'>,
): Promise<PlanDifference> {
  return database.inScope(staffOf(election.municipalityId), async (db) =>
    comparePlan(await keptBureaus(db, election), wanted),
  )
}

/**
 * Makes the bureaus of an election those of the plan, in one transaction; the same plan again changes nothing. A plan that
 * takes away a seat for which somebody is proposed or designated is refused whole: those people are moved or revoked first.
 */
export async function adoptPlan(deps: Deps, plan: PlanToAdopt): Promise<Adopted> {
  const adopted = await adoptOnce(deps, plan)
  if (adopted.ok && !isSamePlan(adopted.difference)) await refreshStatistics(deps.database, plan.election)
  return adopted
}

function adoptOnce({ database, clock }: Deps, { election, wanted, by }: PlanToAdopt): Promise<Adopted> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockBureaus(db, election)
    const difference = comparePlan(await keptBureaus(db, election), wanted)
    if (difference.lost.length > 0) {
      const seats = difference.lost.map(({ number, role, ordinal }) => `${number} ${role} ${ordinal}`)
      return { ...refused('would-lose-people', seats.join(', ')), difference }
    }
    if (isSamePlan(difference)) return { ok: true, difference }
    await carryOut(db, election, difference, clock.now())
    await replaceCounted(db, election, wanted)
    const { added, changed, dropped } = difference
    const event = { municipalityId, actor: by, action: 'bureaus.adopted', subject: electionId }
    const details = { added: added.length, changed: changed.length, dropped: dropped.length }
    await recordAudit(db, { ...event, details })
    return { ok: true, difference }
  })
}

async function carryOut(
  db: Db,
  election: Election,
  { added, changed, dropped }: PlanDifference,
  at: Date,
): Promise<void> {
  const gone = [...dropped.flatMap(({ seats }) => seats), ...changed.flatMap((one) => one.droppedSeats)]
  const bureaus = dropped.map(({ bureauId }) => bureauId)
  await giveUpSeats(db, election, { seats: gone.map(({ seatId }) => seatId), bureaus, at })
  await updateBureaus(
    db,
    election,
    changed.map(({ bureau: { bureauId }, wanted }) => ({ ...wanted, bureauId })),
  )
  const fresh = added.map((wanted) => ({ ...wanted, bureauId: newId<BureauId>() }))
  await insertBureaus(db, election, fresh)
  const places = [
    ...fresh.flatMap(({ bureauId, seats = {}, extra }) =>
      seatPlaces(seats, extra).map((place) => ({ ...place, bureauId })),
    ),
    ...changed.flatMap(({ bureau: { bureauId }, addedSeats }) =>
      addedSeats.map((place) => ({ ...place, bureauId })),
    ),
  ]
  await insertSeats(
    db,
    election,
    places.map((place) => ({ ...place, seatId: newId<SeatId>() })),
  )
  await turnSeats(
    db,
    election,
    changed.flatMap(({ turnedSeats }) => turnedSeats.map(({ seatId }) => seatId)),
  )
}
