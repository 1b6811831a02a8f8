import { sql } from 'kysely'
import type { WithoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId, ReleaseId, VoterId } from '../platform/ids.ts'
import { isOneOf } from '../voters/index.ts'
import { lettersBySection } from './letters-tally-overview.ts'

/** Read models over letters and the voters they are for. */

export interface LetterCoverage {
  readonly voters: number
  readonly composed: number
  readonly released: number
  readonly typesetWhole: number
  readonly votersWithoutLetter: number
  readonly lettersWithoutVoter: number
}

/** Do voters who have something to vote for and current letters meet one to one? The last two have to be nought before a release. */
export async function letterCoverage(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  withoutBallot: readonly WithoutBallot[] = [],
): Promise<LetterCoverage> {
  const { rows } = await sql<LetterCoverage>`
    with voter as (
      select v.voter_id from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.state in ('enrolled', 'added') and not ${isOneOf(withoutBallot)}
    ), letter as (
      select l.voter_id, l.state, l.typeset_whole from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and l.state in ('composed', 'released')
    )
    select count(voter.voter_id)::int as "voters",
      (count(*) filter (where letter.state = 'composed'))::int as "composed",
      (count(*) filter (where letter.state = 'released'))::int as "released",
      (count(letter.typeset_whole))::int as "typesetWhole",
      (count(*) filter (where letter.voter_id is null))::int as "votersWithoutLetter",
      (count(*) filter (where voter.voter_id is null))::int as "lettersWithoutVoter"
    from voter full join letter on letter.voter_id = voter.voter_id`.execute(db)
  return rows[0]!
}

/** How voters and letters of some sections differ: of those alone their rows are read. */
export interface SectionsCompared {
  readonly votersWithoutLetter: number
  readonly lettersWithoutVoter: number
  /** Letters whose voters are due one in another section, not among these. */
  readonly lettersOfElsewhere: number
}

export async function compareSections(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  {
    listId,
    withoutBallot,
    sections,
  }: { listId: ListId; withoutBallot: readonly WithoutBallot[]; sections: readonly number[] },
): Promise<SectionsCompared> {
  const isDue = sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
    and v.state in ('enrolled', 'added') and not ${isOneOf(withoutBallot)}`
  const isCurrent = sql`l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.ended_at is null`
  const { rows } = await sql<SectionsCompared>`
    select
      (select count(*)::integer from voters.voter v where ${isDue} and v.section = any(${sections}::integer[])
        and not exists (select from letters.letter l where ${isCurrent} and l.voter_id = v.voter_id)) as "votersWithoutLetter",
      (select count(*)::integer from letters.letter l where ${isCurrent} and l.section = any(${sections}::integer[])
        and not exists (select from voters.voter v where ${isDue} and v.voter_id = l.voter_id)) as "lettersWithoutVoter",
      (select count(*)::integer from letters.letter l join voters.voter v on v.voter_id = l.voter_id
        where ${isCurrent} and ${isDue} and l.section = any(${sections}::integer[])
          and v.section <> all(${sections}::integer[])) as "lettersOfElsewhere"`.execute(db)
  return rows[0]!
}

/** SHA-256 over id and PDF hash of every composed letter, in order of id: what a release releases. */
export async function composedDigest(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Buffer> {
  const { rows } = await sql<{ digest: Buffer }>`
    select sha256(coalesce(string_agg(uuid_send(l.letter_id) || l.pdf_sha256, ''::bytea order by l.letter_id), ''::bytea))
      as digest
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'`.execute(
    db,
  )
  return rows[0]!.digest
}

/** The letters that those of one release replace, by the first and the last moment at which they were released. */
export interface ReplacedLetters {
  readonly first: Date
  readonly last: Date
}

/** What the letters of this release replace; nothing unless every one of its voters was sent another before. */
export async function replacedBy(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId,
): Promise<ReplacedLetters | undefined> {
  const { rows } = await sql<{ replaces: boolean }>`
    select not exists (
      select from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.release_id = ${releaseId}
        and not exists (
          select from letters.letter earlier
          where earlier.municipality_id = ${municipalityId} and earlier.election_id = ${electionId}
            and earlier.voter_id = l.voter_id and earlier.version < l.version and earlier.release_id is not null)
    ) as replaces`.execute(db)
  return rows[0]!.replaces ? releasedBefore(db, municipalityId, electionId, releaseId) : undefined
}

/** When the earlier letters of the voters of this release were released: the first and the last of those moments. */
async function releasedBefore(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId,
): Promise<ReplacedLetters | undefined> {
  const { rows } = await sql<ReplacedLetters>`
    select min(r.decided_at) as first, max(r.decided_at) as last
    from letters.letter l
    join letters.letter earlier on earlier.municipality_id = l.municipality_id and earlier.election_id = l.election_id
      and earlier.voter_id = l.voter_id and earlier.version < l.version
    join letters.release r on r.municipality_id = earlier.municipality_id and r.election_id = earlier.election_id
      and r.release_id = earlier.release_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.release_id = ${releaseId}
      and r.decided_at is not null`.execute(db)
  return rows[0]?.first ? rows[0] : undefined
}

/** How many letters replace one that was released to the same voter before, and when those were released. */
export interface Replacing extends ReplacedLetters {
  readonly letters: number
}

/**
 * What those letters replace that a release of now would send, or that the release named did send; nothing when all are the first. Letters are
 * read only where something was released before, and something is composed.
 */
export async function replacing(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId?: ReleaseId,
): Promise<Replacing | undefined> {
  const before = await releasesBefore(db, municipalityId, electionId, releaseId)
  if (!before) return undefined
  const sums = releaseId ? [] : await lettersBySection(db, municipalityId, electionId)
  if (!releaseId && !sums.some(({ composed }) => composed > 0)) return undefined
  const which = releaseId ? sql`l.release_id = ${releaseId}` : sql`l.state = 'composed'`
  const { rows } = await sql<{ letters: number }>`
    select count(*)::integer as letters from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.version > 1 and ${which}
      and exists (
        select from letters.letter earlier
        where earlier.municipality_id = l.municipality_id and earlier.election_id = l.election_id
          and earlier.voter_id = l.voter_id and earlier.version < l.version and earlier.release_id is not null)`.execute(
    db,
  )
  const { letters } = rows[0]!
  return letters > 0 ? { letters, ...before } : undefined
}

/** When letters were released before this release was asked for: the first and the last of those moments; without one, before now. */
async function releasesBefore(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId | undefined,
): Promise<ReplacedLetters | undefined> {
  const { rows } = await sql<ReplacedLetters>`
    select min(r.decided_at) as first, max(r.decided_at) as last from letters.release r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.state = 'released'
      and (${releaseId ?? null}::uuid is null or r.decided_at < (
        select this.requested_at from letters.release this
        where this.municipality_id = r.municipality_id and this.election_id = r.election_id
          and this.release_id = ${releaseId ?? null}::uuid))`.execute(db)
  return rows[0]?.first ? rows[0] : undefined
}

/** A released letter with what delivery needs to know of its person. */
export interface LetterToDispatch {
  readonly letterId: LetterId
  readonly voterId: VoterId
  readonly version: number
  readonly section: number
  readonly listNumber: number
  readonly pdfSha256: Buffer
  readonly nrnCipher: Buffer
  readonly personIndex: Buffer
}

/** Which letters of a section, or of these, are released and still count. */
export async function releasedLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  asked: { readonly section: number } | { readonly letterIds: readonly LetterId[] },
): Promise<LetterId[]> {
  const which =
    'section' in asked
      ? sql`l.section = ${asked.section}`
      : sql`l.letter_id = any(${asked.letterIds}::uuid[])`
  const { rows } = await sql<{ letterId: LetterId }>`
    select l.letter_id as "letterId" from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released' and ${which}
    order by l.list_number`.execute(db)
  return rows.map(({ letterId }) => letterId)
}

/**
 * Letters of a release in order of list number, one page after another. The voters are asked by their ids: a join
 * over tables that were filled just now, and have no statistics yet, reads them whole for every page.
 */
export async function lettersToDispatch(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  page: { releaseId: string; listId: ListId; afterListNumber: number; limit: number },
): Promise<LetterToDispatch[]> {
  const { rows: letters } = await sql<Omit<LetterToDispatch, 'nrnCipher' | 'personIndex'>>`
    select l.letter_id as "letterId", l.voter_id as "voterId", l.version, l.section, l.list_number as "listNumber",
      l.pdf_sha256 as "pdfSha256"
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.release_id = ${page.releaseId}
      and l.list_number > ${page.afterListNumber}
    order by l.list_number limit ${page.limit}`.execute(db)
  const { rows: voters } = await sql<Pick<LetterToDispatch, 'voterId' | 'nrnCipher' | 'personIndex'>>`
    select v.voter_id as "voterId", v.nrn_cipher as "nrnCipher", v.nrn_index as "personIndex"
    from voters.voter v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${page.listId}
      and v.voter_id = any(${letters.map(({ voterId }) => voterId)}::uuid[])`.execute(db)
  const byVoter = new Map(voters.map((voter) => [voter.voterId, voter]))
  return letters.map((letter) => {
    const voter = byVoter.get(letter.voterId)
    if (!voter) throw new Error(`letter ${letter.letterId} is for nobody on the list`)
    return { ...letter, nrnCipher: voter.nrnCipher, personIndex: voter.personIndex }
  })
}
