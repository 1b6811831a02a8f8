import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { countDuplicates } from '../duplicating/duplicate-store.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'
import type { Certificate } from './certificate.ts'
import type { Leaf } from './leaf.ts'

/** Read models of a certificate, over the voters, letters, deliveries and print files of one election. */

/**
 * A leaf for every voter whose standing was gathered, in order of pseudonym, a page at a time. The database sorts
 * them, so no more than a page is held here. The pseudonym is the first half of SHA-256 over a secret of this
 * election and the voter's id.
 */
export async function* leafPages(db: Db, secret: Buffer): AsyncGenerator<Leaf[]> {
  // A cursor takes no parameters: the secret is passed as a setting of this transaction.
  await sql`select set_config('kiesloket.pseudonyms', ${secret.toString('hex')}, true)`.execute(db)
  await sql`declare leaves no scroll cursor for
    select json_strip_nulls(json_build_object(
      'voter', encode(substr(k.hash, 1, 16), 'hex'), 'section', s.section,
      'letter', s.letter_id, 'version', s.version, 'sha256', encode(s.pdf_sha256, 'hex'),
      'digital', s.outcome, 'digitalReason', case when s.outcome not in ('delivered', 'inactive') then s.reason end,
      'receipt', s.receipt,
      'noReceipt', case when s.receipt is null
                        then case s.outcome when 'unreachable' then 'not-sent' else s.reason end end,
      'paper', case s.paper when 'none' then 'not-due' else s.paper end, 'paperReason', s.exception)) as leaf
    from standing s, lateral (
      select sha256(decode(current_setting('kiesloket.pseudonyms'), 'hex') || uuid_send(s.voter_id)) as hash) k
    order by k.hash`.execute(db)
  for (;;) {
    const { rows } = await sql<{ leaf: Leaf }>`fetch 5000 from leaves`.execute(db)
    if (rows.length === 0) return
    yield rows.map((row) => row.leaf)
  }
}

/** How the current letters were made, and which earlier ones they replaced. */
export async function lettersFacts(
  db: Db,
  { municipalityId, electionId, campaigns }: CountingScope,
): Promise<Certificate['letters']> {
  const { rows: plates } = await sql<{ templateVersion: string; pressVersion: string; sha256: string }>`
    select p.template_version as "templateVersion", p.press_version as "pressVersion",
           encode(p.plate_sha256, 'hex') as sha256
    from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and exists (
      select from letters.letter l where l.municipality_id = p.municipality_id and l.election_id = p.election_id
        and l.plate_sha256 = p.plate_sha256 and l.state = 'released')
    order by 3`.execute(db)
  const { rows: versions } = await sql<{ version: number; count: number }>`
    select l.version, count(*)::integer as count from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released'
    group by 1 order by 1`.execute(db)
  const { rows: ended } = await sql<Certificate['letters']['ended'][number]>`
    select l.state, coalesce((
        select case when d.state in ('delivered', 'inactive') then 'true'::jsonb else '"unconfirmed"'::jsonb end
        from delivery.delivery d where d.municipality_id = l.municipality_id and d.document_id = l.letter_id
          and d.campaign_id = any(${campaigns}::uuid[])
          and d.state in ('delivered', 'inactive', 'unconfirmed', 'attempting')
        order by d.state in ('delivered', 'inactive') desc limit 1), 'false'::jsonb) as arrived,
      exists (
        select from letters.paper_letter p where p.municipality_id = l.municipality_id and p.election_id = l.election_id
          and p.letter_id = l.letter_id and p.print_file_id is not null) as printed,
      count(*)::integer as letters
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.state in ('superseded', 'withdrawn')
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  const duplicates = await countDuplicates(db, municipalityId, electionId)
  return {
    templateVersions: [...new Set(plates.map((plate) => plate.templateVersion))].sort(),
    pressVersions: [...new Set(plates.map((plate) => plate.pressVersion))].sort(),
    plates: plates.map((plate) => plate.sha256),
    versions: Object.fromEntries(versions.map(({ version, count }) => [String(version), count])),
    ended,
    ...(duplicates.printed + duplicates.sent > 0 && { duplicates }),
  }
}

/** Every release that took place: two people, what they saw, when. */
export async function releaseFacts(
  db: Db,
  { municipalityId, electionId }: Pick<CountingScope, 'municipalityId' | 'electionId'>,
): Promise<Certificate['releases']> {
  const { rows } = await sql<{
    sampleSha256: string
    requestedBy: string
    requestedAt: Date
    releasedBy: string
    releasedAt: Date
    releasedAs: 'deputy' | 'broken-glass' | null
    releasedFor: string | null
    releasedBecause: string | null
    sealed: boolean
    letters: number
  }>`
    select encode(r.sample_sha256, 'hex') as "sampleSha256", asking.name as "requestedBy",
           r.requested_at as "requestedAt", deciding.name as "releasedBy", r.decided_at as "releasedAt",
           coalesce(r.letter_count, 0) as letters, r.decided_as as "releasedAs",
           absent.name as "releasedFor", r.decided_because as "releasedBecause", r.sealed
    from letters.release r
    join municipalities.staff asking on asking.municipality_id = r.municipality_id and asking.staff_id = r.requested_by
    join municipalities.staff deciding
      on deciding.municipality_id = r.municipality_id and deciding.staff_id = r.decided_by
    left join municipalities.staff absent
      on absent.municipality_id = r.municipality_id and absent.staff_id = r.decided_for
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.state = 'released'
    order by r.decided_at, r.release_id`.execute(db)
  return rows.map(({ releasedAs, releasedFor, releasedBecause, sealed, ...row }) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    releasedAt: row.releasedAt.toISOString(),
    ...(releasedAs && { releasedAs }),
    ...(releasedFor && { releasedFor }),
    ...(releasedBecause && { releasedBecause }),
    ...(sealed && { sealed }),
  }))
}

/** When the campaigns opened, and when the first and the last letter left. */
export async function sendingTimes(
  db: Db,
  { municipalityId, campaigns }: CountingScope,
): Promise<Omit<Certificate['sending'], 'routes'>> {
  const { rows } = await sql<{ openedAt: Date; firstSentAt: Date | null; lastSentAt: Date | null }>`
    select (select min(c.opened_at) from delivery.campaign c
            where c.municipality_id = ${municipalityId} and c.campaign_id = any(${campaigns}::uuid[])) as "openedAt",
           min(a.started_at) as "firstSentAt", max(coalesce(a.answered_at, a.started_at)) as "lastSentAt"
    from delivery.attempt a
    where a.municipality_id = ${municipalityId} and a.campaign_id = any(${campaigns}::uuid[])`.execute(db)
  const { openedAt, firstSentAt, lastSentAt } = rows[0]!
  return {
    openedAt: openedAt.toISOString(),
    firstSentAt: firstSentAt?.toISOString() ?? null,
    lastSentAt: lastSentAt?.toISOString() ?? null,
  }
}
