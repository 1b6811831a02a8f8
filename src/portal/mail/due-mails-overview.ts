import { sql } from 'kysely'
import type { PlateOfSection } from '../../letters/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId, VoterId } from '../../platform/ids.ts'

/** Somebody who wants mail, and the letter that counts for them now. */
export interface DueMail {
  readonly personIndex: Buffer
  readonly voterId: VoterId
  readonly letterId: LetterId
  readonly version: number
}

interface WhichElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

interface Which {
  /** Whose letter is on one of these waits for another, and gets no mail about the old one. */
  readonly awaited: readonly PlateOfSection[]
  readonly limit: number
}

/** For which elections somebody asked for mail. */
export async function subscribedElections(
  db: Db,
  municipalities: readonly MunicipalityId[],
): Promise<WhichElection[]> {
  const { rows } = await sql<WhichElection>`
    select distinct s.municipality_id as "municipalityId", s.election_id as "electionId" from portal.subscription s
    where s.municipality_id = any(${municipalities}::integer[]) order by 1, 2`.execute(db)
  return rows
}

/** Whose letter is newer than the one they knew of when they asked, and of which no mail was written yet. */
export function dueForLetter(db: Db, election: WhichElection, which: Which): Promise<DueMail[]> {
  return due(db, election, which, sql`l.version > s.letter_version`, sql`'letter-' || l.version`)
}

/** Who has a letter, and was not reminded yet; nor told of that letter since `toldBefore`, for that says the same. */
export function dueForReminder(
  db: Db,
  election: WhichElection,
  { toldBefore, ...which }: Which & { readonly toldBefore: Date },
): Promise<DueMail[]> {
  const wasNotTold = sql`not exists (
    select from portal.mail told
    where told.municipality_id = s.municipality_id and told.election_id = s.election_id
      and told.person_index = s.person_index and told.kind = 'letter' and told.letter_id = l.letter_id
      and told.state <> 'dropped' and told.written_at > ${toldBefore})`
  return due(db, election, which, wasNotTold, sql`'reminder'`)
}

type Part = ReturnType<typeof sql>

async function due(
  db: Db,
  { municipalityId, electionId }: WhichElection,
  { awaited, limit }: Which,
  isMeant: Part,
  event: Part,
): Promise<DueMail[]> {
  const { rows } = await sql<DueMail>`
    select s.person_index as "personIndex", s.voter_id as "voterId", l.letter_id as "letterId", l.version
    from portal.subscription s
    join letters.letter l on l.municipality_id = s.municipality_id and l.election_id = s.election_id
      and l.person_index = s.person_index and l.state = 'released'
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.confirmed_at is not null and s.refused_at is null and ${isMeant}
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(awaited)}::jsonb) as o (section integer, plate text)
        where o.section = l.section and decode(o.plate, 'hex') = l.plate_sha256)
      and not exists (
        select from portal.mail m
        where m.municipality_id = s.municipality_id and m.election_id = s.election_id
          and m.person_index = s.person_index and m.event = ${event})
    order by s.person_index limit ${limit}`.execute(db)
  return rows
}
