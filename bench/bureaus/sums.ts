import { sql } from 'kysely'
import { claimCounts } from '../../src/bureaus/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { Telling } from './story.ts'

/** What has to add up when the story of a municipality is over. */
export interface BureauSums {
  readonly bureaus: number
  /** Seats with two who have it, and people with two seats. */
  readonly doubles: number
  readonly excused: number
  /** Seats of who was excused, and nobody came in the place. */
  readonly notRefilled: number
  /** Seats that the law asks for in a bureau that met, without anybody who came. */
  readonly empty: number
  readonly called: number
  readonly came: number
  readonly away: number
  /** Claims that were paid, nothing owed, and what is neither. */
  readonly paid: number
  readonly notOwed: number
  readonly open: number
  /** Complete, in no batch because of the name: paid by hand. */
  readonly byHand: number
  /** Cents: by hand for who was paid, and by the batches that left. */
  readonly claimed: number
  readonly inBatches: number
}

/** Worked out by hand: fifty euro for each (LPKD 261). */
export const feeInCents = 5000

/** `travel`: the cents, worked out by hand, of who came from another municipality. */
export function sumsOf(
  { database }: { readonly database: Database },
  { election, byHand, travel = 0 }: Pick<Telling, 'election' | 'byHand'> & { readonly travel?: number },
): Promise<BureauSums> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { states } = await claimCounts(db, election)
    const { rows } = await sql<Omit<BureauSums, 'paid' | 'notOwed' | 'open' | 'byHand' | 'claimed'>>`
      with here as (
        select a.*, s.role, s.optional, s.bureau_id, b.kind
        from bureaus.assignment a
        join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
        join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
          and b.bureau_id = s.bureau_id
        where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}),
      holding as (
        select * from here where designation in ('PROPOSED', 'DESIGNATED') and attendance not in ('ABSENT', 'DISMISSED', 'LEFT'))
      select
        (select count(*)::integer from bureaus.bureau b where b.municipality_id = ${municipalityId}
           and b.election_id = ${electionId} and b.kind in ('POLLING', 'COUNTING')) as bureaus,
        (select (count(*) - count(distinct seat_id) + count(*) - count(distinct member_id))::integer from holding) as doubles,
        (select count(*)::integer from here where designation = 'EXCUSED') as excused,
        (select count(*)::integer from here e where designation = 'EXCUSED'
           and not exists (select from here r where r.replaces = e.assignment_id and r.seat_id = e.seat_id)) as "notRefilled",
        (select count(*)::integer from bureaus.seat s
           join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
             and b.bureau_id = s.bureau_id
           where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and b.kind in ('POLLING', 'COUNTING')
             and s.role <> 'SUBSTITUTE' and not s.optional
             and not exists (select from here h where h.seat_id = s.seat_id and h.designation = 'DESIGNATED'
                               and h.attendance in ('PRESENT', 'LATE'))) as empty,
        (select count(*)::integer from here where delivery <> 'NOT_SENT' and not called_up) as called,
        (select count(*)::integer from here where designation = 'DESIGNATED' and attendance in ('PRESENT', 'LATE')) as came,
        (select count(*)::integer from here where designation = 'DESIGNATED' and attendance = 'ABSENT') as away,
        (select coalesce(sum(p.fee + p.travel), 0)::float8 from bureaus.payment p where p.municipality_id = ${municipalityId}
           and p.election_id = ${electionId} and p.state = 'PAID') as "inBatches"`.execute(db)
    const { paid, incomplete, complete, exported } = states
    return {
      ...rows[0]!,
      byHand,
      ...{ paid: paid.many, notOwed: states['not-owed'].many, claimed: paid.many * feeInCents + travel },
      open: incomplete.many + complete.many + exported.many - byHand,
    }
  })
}

/** What does not add up, in words; nothing when all does. */
export function faultsIn(sums: BureauSums): string[] {
  const { doubles, notRefilled, empty, open, paid, notOwed, byHand, came, away, claimed, inBatches } = sums
  const must: readonly (readonly [boolean, string])[] = [
    [doubles === 0, `${doubles} persons or seats twice`],
    [notRefilled === 0, `${notRefilled} seats of who was excused stayed empty`],
    [empty === 0, `${empty} seats without anybody on the day`],
    [open === 0, `${open} claims are neither paid nor not owed`],
    [
      paid + notOwed + byHand === came + away,
      `${paid} paid and ${notOwed} not owed, of ${came} who came and ${away} who did not`,
    ],
    [claimed === inBatches, `${claimed} cents claimed, ${inBatches} in batches`],
  ]
  return must.flatMap(([isSo, fault]) => (isSo ? [] : [fault]))
}

export function added(all: readonly BureauSums[]): BureauSums {
  const keys = Object.keys(all[0]!) as (keyof BureauSums)[]
  return Object.fromEntries(
    keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)]),
  ) as unknown as BureauSums
}
