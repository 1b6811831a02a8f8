import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { kindForRules } from '../kind-for-rules.ts'
import { type NextPerson, nextInQueue } from '../listing/next-in-queue.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { nextVolunteer } from '../volunteers/next-volunteer.ts'
import { type Vacancy, vacanciesOf } from './vacancy.ts'

export const vacanciesPerPage = 25

/** Who is proposed when somebody asks for it now: by the lists, or as a volunteer. */
export interface NextForSeat extends Pick<NextPerson, 'origin' | 'drawRank'> {
  readonly lastName: string
  readonly firstNames: string
}

export interface ShownVacancy extends Vacancy {
  /** Nothing: nobody is left, or no list is made. */
  readonly next: NextForSeat | undefined
}

export interface VacanciesShown {
  readonly all: number
  readonly bureausAlone: number
  readonly shown: readonly ShownVacancy[]
  readonly hasMore: boolean
}

/** A page of open seats, the most urgent first, each with who comes next. Whoever looks at people leaves a trace. */
export function showVacancies(
  { database }: { readonly database: Database },
  { election, after, by }: { election: Election; after?: string | undefined; by: string },
): Promise<VacanciesShown> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const all = await openSeats(db, election)
    const rest = all.slice(all.findIndex(({ seat }) => seat.seatId === after) + 1)
    const next = nextOfKind(db, election)
    const shown: ShownVacancy[] = []
    for (const one of rest.slice(0, vacanciesPerPage)) shown.push({ ...one, next: await next(one) })
    const named = shown.filter((one) => one.next).length
    const event = { municipalityId, actor: by, action: 'bureaus.next-shown', subject: electionId }
    if (named > 0) await recordAudit(db, { ...event, details: { seats: named } })
    const alone = new Set(all.filter(({ isAlone }) => isAlone).map(({ bureau }) => bureau.bureauId))
    return { all: all.length, bureausAlone: alone.size, shown, hasMore: rest.length > vacanciesPerPage }
  })
}

/** Every open seat of an election, the most urgent first. */
export async function openSeats(db: Db, election: Election): Promise<Vacancy[]> {
  return vacanciesOf(loadBureauRules(election.ruleset), await keptBureaus(db, election))
}

/** Seats of one kind, and of one section where list B is asked, have the same person next: asked once. */
function nextOfKind(db: Db, election: Election): (vacancy: Vacancy) => Promise<NextForSeat | undefined> {
  const known = new Map<string, NextForSeat | undefined>()
  return async ({ bureau, seat: { role } }) => {
    const kind = kindForRules(bureau)
    if (!kind) return undefined
    const seat = { kind, role, section: bureau.section }
    const key = JSON.stringify(seat)
    if (!known.has(key)) {
      const next = (await nextInQueue(db, election, seat)) ?? (await nextVolunteer(db, election, seat))
      known.set(key, next && shownFrom(next))
    }
    return known.get(key)
  }
}

function shownFrom({ origin, drawRank, member: { lastName, firstNames } }: NextPerson): NextForSeat {
  return { origin, ...(drawRank !== undefined && { drawRank }), lastName, firstNames }
}
