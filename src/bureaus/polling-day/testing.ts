import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, type BureauId, newId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { aCalledMember, adopted, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import type { DayDeed, DeedAuthor } from './day-deed.ts'
import { type DayOfBureau, dayOfBureau } from './day-of-bureau.ts'
import { noteDeed } from './note-deed.ts'

/** Data for tests: bureaus on polling day, with invented people who were called. */

export const chair = { by: 'chair', authority: 'chair' } as const

/** A deed without its id and moment. */
export type Doing = DayDeed extends infer Deed
  ? Deed extends DayDeed
    ? Omit<Deed, 'id' | 'at'>
    : never
  : never

/** Bureaus of one election, filled in August; the clock says what time it is on the day. */
export async function aDayOf(database: Database, election: Election, sections: readonly number[], first = 0) {
  const before = bureauDeps(database)
  await adopted(
    before,
    election,
    sections.map((section) => aPollingBureau(section, 1, 1)),
  )
  const inScope = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
    database.inScope(staffOf(election.municipalityId), work)
  const bureaus = (await inScope((db) => keptBureaus(db, election))).filter(({ section }) =>
    sections.includes(section!),
  )
  let people = first
  const called = new Map<string, AssignmentId>()
  for (const bureau of bureaus)
    for (const { seatId } of bureau.seats) {
      const memberId = await aMember(before, election, ++people)
      called.set(seatId, await aCalledMember(before, { election, seatId, memberId }))
    }
  return {
    bureaus,
    /** Who was called for this seat of a bureau. */
    calledFor: (bureau: KeptBureau, role: string) =>
      called.get(bureau.seats.find((seat) => seat.role === role)!.seatId)!,
    seatFor: (bureau: KeptBureau, role: string) => bureau.seats.find((seat) => seat.role === role)!.seatId,
    day: async (bureau: KeptBureau): Promise<DayOfBureau> =>
      (await inScope((db) => dayOfBureau(db, election, bureau.bureauId)))!,
    /** The deed, done at that hour in Brussels; `now`: when it reaches the server. */
    async note(
      bureau: Pick<KeptBureau, 'bureauId'> | BureauId,
      hour: string,
      doing: Doing,
      {
        id = newId<string>(),
        now = hour,
        ...author
      }: { id?: string; now?: string } & Partial<DeedAuthor> = {},
    ) {
      const at = momentOf(election, hour)
      const deps = bureauDeps(database, momentOf(election, now))
      const bureauId = typeof bureau === 'string' ? bureau : bureau.bureauId
      const deed = { ...doing, id, at } as DayDeed
      return noteDeed(deps, { election, bureauId, deed, ...chair, ...author })
    },
  }
}

/** An hour of polling day in October, as a telephone writes it. */
export function momentOf({ pollingDay }: Pick<Election, 'pollingDay'>, hour: string): string {
  return new Date(`${pollingDay}T${hour}:00+02:00`).toISOString()
}
