import { type RawBuilder, sql } from 'kysely'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { BureauId, ElectionId, MunicipalityId, SeatId } from '../../platform/ids.ts'
import { listOf } from '../assignments/assignment-store.ts'
import { liveDesignations, outOfSeat } from '../assignments/axes.ts'
import { placeOfBureau, roomOfBureau, whereItSits } from '../where-it-sits-overview.ts'
import type { KeptBureau, KeptSeat, SeatPlace, WantedBureau } from './wanted-bureau.ts'

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** One plan of an election is adopted after the other, and nobody is put in a seat meanwhile. */
export async function lockBureaus(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bureaus ${municipalityId} ${electionId}`}, 0))`.execute(
    db,
  )
  await sql`select from bureaus.seat s where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
            order by s.seat_id for update`.execute(db)
}

type BureauRow = { readonly [Field in keyof KeptBureau]-?: KeptBureau[Field] | null }

/** The bureaus that are not given up, with their seats: polling bureaus by number first. */
export async function keptBureaus(db: Db, { municipalityId, electionId }: OfElection): Promise<KeptBureau[]> {
  const { rows: seats } = await sql<KeptSeat & { bureauId: BureauId }>`
    select s.bureau_id as "bureauId", s.seat_id as "seatId", s.role, s.ordinal, s.optional,
      coalesce(live.is_in, false) as "isTaken", live.assignment_id as "takenBy"
    from bureaus.seat s
    left join lateral (
      select a.assignment_id, a.attendance not in (${listOf(outOfSeat)}) as is_in from bureaus.assignment a
      where a.municipality_id = s.municipality_id and a.election_id = s.election_id and a.seat_id = s.seat_id
        and a.designation in (${listOf(liveDesignations)})
      order by is_in desc limit 1) live on true
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.given_up_at is null
    order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE'],
      s.role), s.ordinal`.execute(db)
  const { rows } = await sql<BureauRow>`
    select b.bureau_id as "bureauId", b.kind, b.code, b.number, b.voting_mode as "votingMode", b.section, b.district,
      ${placeOfBureau} as place, b.place_code as "placeCode", b.place_address as "placeAddress", ${roomOfBureau} as room,
      (select array_agg(p.section order by p.section) from bureaus.counted_bureau c
       join bureaus.bureau p on p.municipality_id = c.municipality_id and p.election_id = c.election_id
         and p.bureau_id = c.polling_id
       where c.municipality_id = b.municipality_id and c.election_id = b.election_id
         and c.counting_id = b.bureau_id) as counts
    from bureaus.bureau b ${whereItSits}
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.given_up_at is null
    order by array_position(array['POLLING', 'COUNTING', 'MAIN', 'RESERVE'], b.kind), b.code, length(b.number),
      b.number`.execute(db)
  const bySeat = Map.groupBy(seats, ({ bureauId }) => bureauId)
  return rows.map((row) => ({
    ...(Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== null),
    ) as unknown as KeptBureau),
    seats: (bySeat.get(row.bureauId!) ?? []).map(({ bureauId: _, ...seat }) => seat),
  }))
}

/** Whether a plan puts a polling bureau elsewhere than in the room of its section: then it no longer follows that. */
function isOwnRoom(
  { municipalityId, electionId }: OfElection,
  room: RawBuilder<unknown>,
  section: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`exists (select from elections.voting_section r where r.municipality_id = ${municipalityId}
    and r.election_id = ${electionId} and r.section = ${section} and r.room <> ${room})`
}

export type NewBureau = WantedBureau & { readonly bureauId: BureauId }

export async function insertBureaus(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureaus: readonly NewBureau[],
): Promise<void> {
  await sql`
    insert into bureaus.bureau (municipality_id, election_id, bureau_id, kind, code, number, voting_mode, section,
      district, place, place_code, room, has_own_room)
    select ${municipalityId}, ${electionId}, b."bureauId", b.kind, b.code, b.number, b."votingMode", b.section,
      b.district, b.place, b."placeCode", b.room, ${isOwnRoom({ municipalityId, electionId }, sql`b.room`, sql`b.section`)}
    from jsonb_to_recordset(${JSON.stringify(bureaus)}::jsonb) as b ("bureauId" uuid, kind text, code text, number text,
      "votingMode" text, section integer, district text, place text, "placeCode" text, room text)`.execute(db)
}

/** Writes what a plan knows of these bureaus; what it does not know stays. */
export async function updateBureaus(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureaus: readonly NewBureau[],
): Promise<void> {
  await sql`
    update bureaus.bureau b
    set number = w.number, voting_mode = w."votingMode", district = coalesce(w.district, b.district),
      place = coalesce(w.place, b.place), place_code = coalesce(w."placeCode", b.place_code), room = coalesce(w.room, b.room),
      has_own_room = case when w.room is null then b.has_own_room else ${isOwnRoom({ municipalityId, electionId }, sql`w.room`, sql`b.section`)} end,
      place_address = case when w."placeCode" is null and coalesce(w.place, b.place) is not distinct from b.place
        then b.place_address end
    from jsonb_to_recordset(${JSON.stringify(bureaus)}::jsonb) as w ("bureauId" uuid, number text, "votingMode" text,
      district text, place text, "placeCode" text, room text)
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.bureau_id = w."bureauId"`.execute(
    db,
  )
}

/** Where a bureau sits that is in no building of the places list. */
export async function writeElsewhere(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { bureauId, place, address }: { bureauId: BureauId; place: string; address: Address },
): Promise<void> {
  await sql`
    update bureaus.bureau
    set place = ${place}, place_code = null, room = null, place_address = ${JSON.stringify(address)}::jsonb
    where municipality_id = ${municipalityId} and election_id = ${electionId} and bureau_id = ${bureauId}`.execute(
    db,
  )
}

export type NewSeat = SeatPlace & { readonly seatId: SeatId; readonly bureauId: BureauId }

export async function insertSeats(
  db: Db,
  { municipalityId, electionId }: OfElection,
  seats: readonly NewSeat[],
): Promise<void> {
  await sql`
    insert into bureaus.seat (municipality_id, election_id, seat_id, bureau_id, role, ordinal, optional)
    select ${municipalityId}, ${electionId}, s."seatId", s."bureauId", s.role, s.ordinal, s.optional
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s ("seatId" uuid, "bureauId" uuid, role text,
      ordinal integer, optional boolean)`.execute(db)
}

export async function turnSeats(
  db: Db,
  { municipalityId, electionId }: OfElection,
  seats: readonly SeatId[],
): Promise<void> {
  await sql`
    update bureaus.seat set optional = not optional
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and seat_id = any(${seats}::uuid[])`.execute(db)
}

/** Seats and bureaus go; those in whose past there are people stay, as given up. */
export async function giveUpSeats(
  db: Db,
  { municipalityId, electionId }: OfElection,
  gone: { readonly seats: readonly SeatId[]; readonly bureaus: readonly BureauId[]; readonly at: Date },
): Promise<void> {
  await sql`
    delete from bureaus.seat s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId} and s.seat_id = any(${gone.seats}::uuid[])
      and not exists (select from bureaus.assignment a where a.municipality_id = s.municipality_id
        and a.election_id = s.election_id and a.seat_id = s.seat_id)`.execute(db)
  await sql`
    update bureaus.seat set given_up_at = ${gone.at}
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and seat_id = any(${gone.seats}::uuid[])`.execute(db)
  await sql`
    delete from bureaus.bureau b
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId}
      and b.bureau_id = any(${gone.bureaus}::uuid[])
      and not exists (select from bureaus.seat s where s.municipality_id = b.municipality_id
        and s.election_id = b.election_id and s.bureau_id = b.bureau_id)`.execute(db)
  await sql`
    update bureaus.bureau set given_up_at = ${gone.at}
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and bureau_id = any(${gone.bureaus}::uuid[])`.execute(db)
}

/** Which bureau counts whose ballots, in the stead of what was written before. */
export async function replaceCounted(
  db: Db,
  { municipalityId, electionId }: OfElection,
  counting: readonly Pick<WantedBureau, 'number' | 'counts'>[],
): Promise<void> {
  await sql`
    delete from bureaus.counted_bureau
    where municipality_id = ${municipalityId} and election_id = ${electionId}`.execute(db)
  const pairs = counting.flatMap(({ number, counts = [] }) => counts.map((section) => ({ number, section })))
  await sql`
    insert into bureaus.counted_bureau (municipality_id, election_id, code, polling_id, counting_id)
    select c.municipality_id, c.election_id, c.code, p.bureau_id, c.bureau_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (number text, section integer)
    join bureaus.bureau c on c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
      and c.number = pair.number and c.kind = 'COUNTING' and c.given_up_at is null
    join bureaus.bureau p on p.municipality_id = c.municipality_id and p.election_id = c.election_id
      and p.section = pair.section and p.given_up_at is null`.execute(db)
}
