import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { BureauId, MemberId } from '../../platform/ids.ts'
import type { ReachedCheckpoint } from './checkpoints.ts'
import { dayInBureau, type NotThere, presenceAt } from './presence.ts'
import { presenceRows } from './presence-overview.ts'

export interface PersonAtMoment {
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
}

/** A moment that the bureau reached, with who was there and who had to be and was not. */
export interface PresenceAtMoment extends ReachedCheckpoint {
  readonly there: readonly PersonAtMoment[]
  readonly notThere: readonly (PersonAtMoment & NotThere)[]
}

/** Who was there when, by what was noted of each: nobody ticks it at the moment itself. */
export async function presenceAtMoments(
  db: Db,
  election: Election,
  bureauId: BureauId,
  reached: readonly ReachedCheckpoint[],
): Promise<PresenceAtMoment[]> {
  if (reached.length === 0) return []
  const rows = await presenceRows(db, election, bureauId)
  const people = [...Map.groupBy(rows, ({ memberId }) => memberId).values()].map((steps) => {
    const { memberId, lastName, firstNames } = steps[0]!
    return { person: { memberId, lastName, firstNames }, day: dayInBureau(steps) }
  })
  return reached.map((moment) => {
    const at = people.map(({ person, day }) => ({ person, how: presenceAt(day, moment.reachedAt) }))
    return {
      ...moment,
      there: at.filter(({ how }) => how === 'THERE').map(({ person }) => person),
      notThere: at.flatMap(({ person, how }) => (how && how !== 'THERE' ? [{ ...person, ...how }] : [])),
    }
  })
}

/** The moments that somebody had to be at and missed. */
export function missedBy(moments: readonly PresenceAtMoment[], memberId: MemberId): ReachedCheckpoint[] {
  return moments
    .filter(({ notThere }) => notThere.some((one) => one.memberId === memberId))
    .map(({ checkpoint, reachedAt }) => ({ checkpoint, reachedAt }))
}
