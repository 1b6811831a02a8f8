import { type RawBuilder, sql } from 'kysely'
import type { Election, VoterCategory } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { VolunteerId, VoterId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { currentList, type VoterState } from '../../voters/index.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { foldedName } from '../listing/folded-name.ts'
import { listBSections } from '../listing/list-b-overview.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { TrainingTime, VolunteerFunction, VolunteerState } from './volunteer.ts'
import { type VolunteerRemark, type WhyNotVolunteer, whyNotVolunteer } from './why-not-volunteer.ts'

/** An offer with what the lists say of whoever made it, today. */
export interface ShownVolunteer {
  readonly volunteerId: VolunteerId
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string
  readonly language: Language
  readonly functions: readonly VolunteerFunction[]
  readonly training: readonly TrainingTime[]
  readonly satBefore: boolean
  readonly channel: 'PORTAL' | 'COUNTER'
  readonly hasEmail: boolean
  readonly state: VolunteerState
  readonly appliedAt: Date
  readonly decidedAt: Date | null
  readonly reason: string | null
  /** Was proposed for a seat as a volunteer. */
  readonly isUsed: boolean
  /** Was ever proposed for a seat, in whichever way. */
  readonly wasProposed: boolean
  readonly section: number | null
  readonly voterId: VoterId | null
  /** As the voters list has them. */
  readonly voter?: {
    readonly lastName: string
    readonly firstNames: string
    readonly address: Address | null
  }
  readonly whyNot: readonly WhyNotVolunteer[]
  readonly remarks: readonly VolunteerRemark[]
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
  readonly contactSealed: Buffer | null
}

interface Row extends Omit<ShownVolunteer, 'voter' | 'whyNot' | 'remarks'> {
  readonly voterState: VoterState | null
  readonly category: VoterCategory | null
  readonly voterBirthDate: string | null
  readonly voterLastName: string | null
  readonly voterFirstNames: string | null
  readonly address: Address | null
  readonly isCandidate: boolean
  readonly isOnListA: boolean
  readonly drawRank: number | null
  readonly isAgain: boolean
  readonly hasSeat: boolean
}

/** Offers that answer to a condition on `o`, oldest first. */
export async function selectVolunteers(
  db: Db,
  election: Election,
  condition: RawBuilder<unknown>,
  limit?: number,
): Promise<ShownVolunteer[]> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  const draw = await currentDraw(db, election)
  const drawId = draw?.state === 'DRAWN' ? draw.drawId : null
  const { rows } = await sql<Row>`
    select o.volunteer_id as "volunteerId", o.last_name as "lastName", o.first_names as "firstNames",
      o.birth_date as "birthDate", o.language, o.functions, o.training, o.sat_before as "satBefore", o.channel,
      o.has_email as "hasEmail", o.state, o.applied_at as "appliedAt", o.decided_at as "decidedAt", o.reason,
      o.nrn_cipher as "nrnCipher", o.nrn_index as "nrnIndex", o.contact_sealed as "contactSealed",
      v.voter_id as "voterId", v.section, v.state as "voterState", v.category, v.birth_date as "voterBirthDate",
      v.last_name as "voterLastName", v.first_names as "voterFirstNames",
      case when v.address_kind is distinct from 'PROTECTED' then v.list_address end as address,
      exists (select from bureaus.election_candidate c where c.municipality_id = o.municipality_id
                and c.election_id = o.election_id and c.nrn_index = o.nrn_index) as "isCandidate",
      exists (select from bureaus.listed_person p where p.municipality_id = o.municipality_id
                and p.election_id = o.election_id and p.nrn_index = o.nrn_index) as "isOnListA",
      (select min(d.rank) from bureaus.drawn_person d where d.municipality_id = o.municipality_id
         and d.election_id = o.election_id and d.draw_id = ${drawId}::uuid and d.nrn_index = o.nrn_index
         and d.unit = 'section-' || v.section) as "drawRank",
      exists (select from bureaus.volunteer other where other.municipality_id = o.municipality_id
                and other.election_id = o.election_id and other.nrn_index = o.nrn_index
                and other.volunteer_id <> o.volunteer_id and other.state in ('CONFIRMED', 'ACCEPTED')) as "isAgain",
      coalesce(sits.was_proposed, false) as "wasProposed", coalesce(sits.has_seat, false) as "hasSeat",
      o.state = 'ACCEPTED' and coalesce(sits.is_volunteer, false) as "isUsed"
    from bureaus.volunteer o
    left join voters.voter v on v.municipality_id = o.municipality_id and v.election_id = o.election_id
      and v.list_id = ${list?.listId ?? null}::uuid and v.nrn_index = o.nrn_index
    left join lateral ${seats} sits on true
    where o.municipality_id = ${municipalityId} and o.election_id = ${electionId} and ${condition}
    order by o.applied_at, o.volunteer_id limit ${limit ?? null}`.execute(db)
  const places = new Map((await listBSections(db, election))?.map((one) => [one.section, one.places]))
  return rows.map((row) => shownFrom(row, election, { places, hasList: list !== undefined }))
}

const seats = sql`(
  select count(*) > 0 as was_proposed, bool_or(a.designation in ('PROPOSED', 'DESIGNATED')) as has_seat,
    bool_or(a.origin = 'VOLUNTEER') as is_volunteer
  from bureaus.member m
  join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
    and a.member_id = m.member_id
  where m.municipality_id = o.municipality_id and m.election_id = o.election_id and m.nrn_index = o.nrn_index)`

function shownFrom(
  row: Row,
  election: Election,
  { places, hasList }: { places: ReadonlyMap<number, number>; hasList: boolean },
): ShownVolunteer {
  const { voterState, category, voterBirthDate, voterLastName, voterFirstNames, address, ...rest } = row
  const { isCandidate, isOnListA, drawRank, isAgain, hasSeat, ...kept } = rest
  const voter = voterState ? { state: voterState, category: category! } : undefined
  const facts = { isCandidate, hasSeat, birthDate: voterBirthDate ?? row.birthDate, voter }
  const reasons = whyNotVolunteer(loadBureauRules(election.ruleset), election.pollingDay, facts)
  const isDrawn = drawRank !== null && drawRank <= (places.get(row.section ?? 0) ?? 0)
  const remarks: Readonly<Record<VolunteerRemark, boolean>> = {
    'list-a': isOnListA,
    'list-b': isDrawn,
    again: isAgain,
    'other-name': voterLastName !== null && foldedName(voterLastName) !== foldedName(row.lastName),
    'other-birth-date': voterBirthDate !== null && voterBirthDate !== row.birthDate,
  }
  return {
    ...kept,
    ...(voterLastName !== null && {
      voter: { lastName: voterLastName, firstNames: voterFirstNames ?? '', address },
    }),
    // Without a voters list nobody can say who is no voter.
    whyNot: hasList ? reasons : reasons.filter((code) => code !== 'no-voter'),
    remarks: (Object.keys(remarks) as VolunteerRemark[]).filter((code) => remarks[code]),
  }
}

export async function selectVolunteer(
  db: Db,
  election: Election,
  volunteerId: VolunteerId,
): Promise<ShownVolunteer | undefined> {
  const [found] = await selectVolunteers(db, election, sql`o.volunteer_id = ${volunteerId}`)
  return found
}

/** How an offer is filed: by its state, and apart when it gave somebody a seat. */
export const volunteerFiles = ['NEW', 'CONFIRMED', 'ACCEPTED', 'USED', 'REFUSED', 'WITHDRAWN'] as const
export type VolunteerFile = (typeof volunteerFiles)[number]

const isUsed = sql`exists (
  select from bureaus.member m
  join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
    and a.member_id = m.member_id and a.origin = 'VOLUNTEER'
  where m.municipality_id = o.municipality_id and m.election_id = o.election_id and m.nrn_index = o.nrn_index)`

/** The condition for one file, after the offer that the page before ended with. */
export function inFile(file: VolunteerFile, after: VolunteerId | undefined): RawBuilder<unknown> {
  const state = file === 'USED' ? 'ACCEPTED' : file
  const used = file === 'USED' ? isUsed : file === 'ACCEPTED' ? sql`not ${isUsed}` : sql`true`
  const further = after
    ? sql`(o.applied_at, o.volunteer_id) > (
        select p.applied_at, p.volunteer_id from bureaus.volunteer p
        where p.municipality_id = o.municipality_id and p.election_id = o.election_id and p.volunteer_id = ${after})`
    : sql`true`
  return sql`o.state = ${state} and ${used} and ${further}`
}

/** How many offers lie in each file. */
export async function volunteerCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<Readonly<Record<VolunteerFile, number>>> {
  const { rows } = await sql<{ file: VolunteerFile; many: number }>`
    select case when o.state = 'ACCEPTED' and ${isUsed} then 'USED' else o.state end as file, count(*)::integer as many
    from bureaus.volunteer o
    where o.municipality_id = ${municipalityId} and o.election_id = ${electionId} group by 1`.execute(db)
  const none = Object.fromEntries(volunteerFiles.map((file) => [file, 0])) as Record<VolunteerFile, number>
  return { ...none, ...Object.fromEntries(rows.map(({ file, many }) => [file, many])) }
}
