import { sql } from 'kysely'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId } from '../../platform/ids.ts'
import type { PlateFacts } from '../letter-template/letter-template.ts'
import { elevenDigits } from './number-on-letter.ts'

/**
 * What checks read: letters beside the list and the plates, asked of the tables themselves and not by way of what
 * composed the letters.
 */

interface OfList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
}

/** A composed letter that says something else than the list, or something it may not say; each part that is off. */
export interface StrangeLetter {
  readonly section: number
  readonly listNumber: number
  readonly wrongName: boolean
  readonly wrongNumber: boolean
  readonly wrongSection: boolean
  readonly wrongResidence: boolean
  readonly wrongAddress: boolean
  readonly wrongLanguage: boolean
  readonly showsBirthDate: boolean
  readonly otherFacts: boolean
  /** Digits that look like a national number. */
  readonly digits: string | null
}

const knownFacts = ['letterId', 'fullName', 'addressLines', 'listAddressLine', 'listNumber', 'qrText', 'mark']
const birthDateForms = [
  'YYYY-MM-DD',
  'DD-MM-YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'YYYYMMDD',
  'DDMMYYYY',
  'FMDD/FMMM/YYYY',
]

/** Every composed letter is held against the list; those that are off come back, at most `limit`. */
export async function strangeLetters(
  db: Db,
  { municipalityId, electionId, listId }: OfList,
  limit: number,
): Promise<StrangeLetter[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<StrangeLetter>`
    with plate as materialized (
      select p.plate_sha256, p.facts ->> 'language' as language from letters.plate p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    ), said as materialized (
      select l.section, l.list_number, l.facts, lower((l.facts - 'qrText' - 'letterId')::text) as own, v.list_number as number_on_list,
        v.section as section_on_list, concat_ws(' ', nullif(v.first_names, ''), nullif(v.last_name, '')) as name,
        v.list_address, coalesce(v.delivery_address, v.list_address) as address, v.birth_date,
        plate.language, coalesce(v.requested_language, '') as requested_language,
        array_to_string(array(select jsonb_array_elements_text(l.facts -> 'addressLines')), ' ') as lines
      from letters.letter l
      join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
        and v.list_id = ${listId} and v.voter_id = l.voter_id
      join plate on plate.plate_sha256 = l.plate_sha256
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
    ), held as (
      select s.section, s.list_number as "listNumber", s.facts ->> 'fullName' is distinct from s.name as "wrongName",
        (s.list_number, s.facts ->> 'listNumber') is distinct from (s.number_on_list, s.number_on_list::text) as "wrongNumber",
        s.section <> s.section_on_list as "wrongSection",
        not (${holds(sql`s.facts ->> 'listAddressLine'`, sql`s.list_address`)}) as "wrongResidence",
        not (${holds(sql`s.lines`, sql`s.address`)}) as "wrongAddress",
        s.language not in ('nl', s.requested_language) as "wrongLanguage",
        ${showsBirthDate} as "showsBirthDate", s.facts - ${knownFacts}::text[] <> '{}' as "otherFacts",
        substring(s.own from ${elevenDigits}) as digits
      from said s
    )
    select * from held h
    where h."wrongName" or h."wrongNumber" or h."wrongSection" or h."wrongResidence" or h."wrongAddress"
      or h."wrongLanguage" or h."showsBirthDate" or h."otherFacts" or h.digits is not null
    order by h.section, h."listNumber" limit ${limit}`.execute(db)
  return rows
}

/** Whether a text names each part of an address. */
function holds(text: ReturnType<typeof sql>, address: ReturnType<typeof sql>) {
  const parts = ['street', 'houseNumber', 'postcode', 'city'].map(
    (part) => sql`position(coalesce(${address} ->> ${part}::text, '') in ${text}) > 0`,
  )
  return sql.join(parts, sql` and `)
}

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
}

/** In figures, or with the month in words. */
const showsBirthDate = sql`s.birth_date is not null and (${sql.join(
  [
    ...birthDateForms.map((form) => sql`to_char(s.birth_date, ${form}::text)`),
    ...Object.values(months).map(
      (names) =>
        sql`concat_ws(' ', to_char(s.birth_date, 'FMDD'), split_part(${names}::text, ' ',
          extract(month from s.birth_date)::integer), to_char(s.birth_date, 'YYYY'))`,
    ),
  ].map((date) => sql`position(${date} in s.own) > 0`),
  sql` or `,
)})`

/** What plates say, by their hash in hex. */
export async function plateFactsOf(
  db: Db,
  { municipalityId, electionId }: Omit<OfList, 'listId'>,
  plates: readonly string[],
): Promise<ReadonlyMap<string, PlateFacts>> {
  const { rows } = await sql<{ plate: string; facts: PlateFacts }>`
    select encode(p.plate_sha256, 'hex') as plate, p.facts from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.plate_sha256 = any(${plates.map((plate) => Buffer.from(plate, 'hex'))}::bytea[])`.execute(db)
  return new Map(rows.map(({ plate, facts }) => [plate, facts]))
}

/** The voter of a letter, as the list has them, with the sealed national number that may not stand on it. */
export interface VoterOfLetter {
  readonly letterId: LetterId
  readonly name: string
  readonly listNumber: number
  readonly birthDate: string | null
  readonly listAddress: Address
  readonly nrnCipher: Buffer
}

export async function votersOfLetters(
  db: Db,
  { municipalityId, electionId, listId }: OfList,
  ids: readonly LetterId[],
): Promise<ReadonlyMap<LetterId, VoterOfLetter>> {
  const { rows } = await sql<VoterOfLetter>`
    select l.letter_id as "letterId", concat_ws(' ', nullif(v.first_names, ''), nullif(v.last_name, '')) as name,
      v.list_number as "listNumber", v.birth_date::text as "birthDate", v.list_address as "listAddress",
      v.nrn_cipher as "nrnCipher"
    from letters.letter l
    join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      and v.list_id = ${listId} and v.voter_id = l.voter_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.letterId, row]))
}
