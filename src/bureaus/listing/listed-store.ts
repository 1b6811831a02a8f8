import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type ListedPersonId, newId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { ListEntry, ListedName } from './listed-person.ts'

/** A person to be kept, with the number sealed and its look-up index. */
export interface SealedListed extends Omit<ListedName, 'personId'> {
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** An entry with whose it is: the look-up index of the person, as hexadecimal digits. */
export interface OwnedEntry extends ListEntry {
  readonly person: string
}

/** What these bodies and employers delivered before. */
export async function entriesOfSources(
  db: Db,
  { municipalityId, electionId }: OfElection,
  sources: readonly string[],
): Promise<OwnedEntry[]> {
  const { rows } = await sql<{ [Field in keyof OwnedEntry]: Exclude<OwnedEntry[Field], undefined> | null }>`
    select encode(p.nrn_index, 'hex') as person, e.category, e.source, e.place, e.profession,
      e.received_on as "receivedOn"
    from bureaus.list_entry e
    join bureaus.listed_person p on p.municipality_id = e.municipality_id and p.election_id = e.election_id
      and p.person_id = e.person_id
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId}
      and e.source = any(${sources}::text[])`.execute(db)
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as OwnedEntry,
  )
}

/** Keeps these people, once each: who is there already keeps the id, and gets what is newly known. */
export async function upsertListed(
  db: Db,
  { municipalityId, electionId }: OfElection,
  people: readonly SealedListed[],
  at: Date,
): Promise<void> {
  await sql`
    insert into bureaus.listed_person as p (municipality_id, election_id, person_id, nrn_cipher, nrn_index, last_name,
      first_names, birth_date, address, recorded_at)
    select ${municipalityId}, ${electionId}, one.person_id, one.nrn_cipher, one.nrn_index, one.last_name, one.first_names,
      one.birth_date, one.address, ${at}
    from unnest(${people.map(() => newId<ListedPersonId>())}::uuid[], ${people.map((one) => one.nrnCipher)}::bytea[],
      ${people.map((one) => one.nrnIndex)}::bytea[], ${people.map((one) => one.lastName)}::text[],
      ${people.map((one) => one.firstNames)}::text[], ${people.map((one) => one.birthDate ?? null)}::date[],
      ${people.map((one) => (one.address ? JSON.stringify(one.address) : null))}::jsonb[])
      as one (person_id, nrn_cipher, nrn_index, last_name, first_names, birth_date, address)
    on conflict (municipality_id, election_id, nrn_index) do update
    set last_name = excluded.last_name, first_names = excluded.first_names,
      birth_date = coalesce(excluded.birth_date, p.birth_date), address = coalesce(excluded.address, p.address)`.execute(
    db,
  )
}

export async function upsertEntries(
  db: Db,
  { municipalityId, electionId }: OfElection,
  entries: readonly OwnedEntry[],
): Promise<void> {
  await sql`
    insert into bureaus.list_entry (municipality_id, election_id, person_id, category, source, place, profession, received_on)
    select p.municipality_id, p.election_id, p.person_id, one.category, one.source, one.place, one.profession, one.received_on
    from ${unnested(entries)}
    join bureaus.listed_person p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.nrn_index = decode(one.person, 'hex')
    on conflict (municipality_id, election_id, person_id, category, source) do update
    set place = excluded.place, profession = excluded.profession, received_on = excluded.received_on`.execute(
    db,
  )
}

/** Takes entries away, and with the last entry the person. */
export async function deleteEntries(
  db: Db,
  { municipalityId, electionId }: OfElection,
  entries: readonly OwnedEntry[],
): Promise<void> {
  await sql`
    delete from bureaus.list_entry e using ${unnested(entries)}, bureaus.listed_person p
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId}
      and p.municipality_id = e.municipality_id and p.election_id = e.election_id and p.person_id = e.person_id
      and p.nrn_index = decode(one.person, 'hex') and e.category = one.category and e.source = one.source`.execute(
    db,
  )
  await sql`
    delete from bureaus.listed_person p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and not exists (select from bureaus.list_entry e
                      where e.municipality_id = p.municipality_id and e.election_id = p.election_id
                        and e.person_id = p.person_id)`.execute(db)
}

function unnested(entries: readonly OwnedEntry[]) {
  return sql`unnest(${entries.map((one) => one.person)}::text[], ${entries.map((one) => one.category)}::text[],
      ${entries.map((one) => one.source)}::text[], ${entries.map((one) => one.place ?? null)}::integer[],
      ${entries.map((one) => one.profession)}::text[], ${entries.map((one) => one.receivedOn ?? null)}::date[])
    as one (person, category, source, place, profession, received_on)`
}

/** Who stands for election, in the place of those that were known before. */
export async function replaceCandidates(
  db: Db,
  { municipalityId, electionId }: OfElection,
  indexes: readonly Buffer[],
): Promise<void> {
  await sql`delete from bureaus.election_candidate c
            where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
  await sql`
    insert into bureaus.election_candidate (municipality_id, election_id, nrn_index)
    select ${municipalityId}, ${electionId}, one.nrn_index from unnest(${indexes}::bytea[]) as one (nrn_index)`.execute(
    db,
  )
}
