import { type RawBuilder, sql } from 'kysely'
import type { ChannelPolicy, WithoutBallot } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { CampaignId, ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { countsByState, entitled, isOneOf } from '../../voters/index.ts'
import { currentStates } from '../letter.ts'
import type { Counted, DigitalOutcome, Fault, FaultCount, PaperOutcome, Tally } from './reconciliation.ts'

/** What a reconciliation is about: one list, one election, all campaigns that carried its letters. */
export interface CountingScope {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  /** Voters on the list when it was closed. */
  readonly frozen: number
  readonly policy: ChannelPolicy
  /** Categories of a section for which nothing is left to vote for: they are due no letter. */
  readonly withoutBallot: readonly WithoutBallot[]
  readonly campaigns: readonly CampaignId[]
}

/** The campaigns that carried letters of this election, the oldest first. */
export async function campaignsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<CampaignId[]> {
  const { rows } = await sql<{ campaign_id: CampaignId }>`
    select c.campaign_id from delivery.campaign c
    where c.municipality_id = ${municipalityId} and c.document_kind = 'election-letter'
      and c.reference = ${electionId}::text
    order by c.opened_at, c.campaign_id`.execute(db)
  return rows.map((row) => row.campaign_id)
}

/**
 * Puts voters, current letters, deliveries and paper side by side, in a table of this transaction. One row is a
 * voter with a current letter, when all is well. A voter without letter has a row, and so has a letter without
 * voter; a voter with two letters has two.
 */
export async function gatherStandings(db: Db, scope: CountingScope): Promise<void> {
  const { municipalityId, electionId, listId, policy, withoutBallot, campaigns } = scope
  await sql`drop table if exists pg_temp.standing`.execute(db)
  await sql`create temporary table standing (
    voter_id uuid, section integer not null, list_number integer not null, person_index bytea,
    letter_id uuid, version integer, letter_state text, pdf_sha256 bytea,
    handed_over bigint not null, outcome text, reason text, receipt text, receipt_repeated boolean not null,
    paper_due boolean not null, paper text not null, exception text) on commit drop`.execute(db)
  await sql`
    with voter as (
      select v.voter_id, v.section, v.list_number, v.nrn_index
      from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.state = any(${entitled}::text[]) and not ${isOneOf(withoutBallot)}
    ), letter as (
      select l.letter_id, l.voter_id, l.section, l.list_number, l.version, l.state, l.pdf_sha256
      from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and l.state = any(${currentStates}::text[])
    ), delivery as (
      select d.document_id, count(*) as times, min(d.state) as state, min(d.reason) as reason,
             min(d.receipt) as receipt
      from delivery.delivery d
      where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[])
        and d.state <> 'cancelled'
      group by d.document_id
    ), repeated as (
      select d.receipt from delivery.delivery d
      where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[]) and d.receipt is not null
      group by d.receipt having count(*) > 1
    ), paper as (
      select p.letter_id, p.exception from letters.paper_letter p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    )
    insert into standing (voter_id, section, list_number, person_index, letter_id, version, letter_state, pdf_sha256,
      handed_over, outcome, reason, receipt, receipt_repeated, paper_due, paper, exception)
    select voter.voter_id, coalesce(voter.section, letter.section), coalesce(voter.list_number, letter.list_number),
      voter.nrn_index, letter.letter_id, letter.version, letter.state, letter.pdf_sha256,
      coalesce(delivery.times, 0), case delivery.state when 'attempting' then 'waiting' else delivery.state end,
      case when delivery.state not in ('delivered', 'inactive') then coalesce(delivery.reason, delivery.state)
           when delivery.receipt is null then coalesce(delivery.reason, 'receipt-lost') end,
      delivery.receipt, repeated.receipt is not null, ${policy} = 'paper-for-all' or delivery.state is distinct from 'delivered',
      case when paper.letter_id is null then 'none' when paper.exception is null then 'printed' else 'exception' end,
      paper.exception
    from voter full join letter on letter.voter_id = voter.voter_id
    left join delivery on delivery.document_id = letter.letter_id
    left join repeated on repeated.receipt = delivery.receipt
    left join paper on paper.letter_id = letter.letter_id`.execute(db)
}

/** Counts both channels. Ask it in one snapshot: letters may be on their way. Leaves the standings in place. */
export async function countLetters(db: Db, scope: CountingScope): Promise<Counted> {
  await gatherStandings(db, scope)
  const { rows: digital } = await sql<Tally<DigitalOutcome>>`
    select s.section, s.outcome, case when s.outcome in ('delivered', 'inactive') then '' else s.reason end as reason,
           sum(s.handed_over)::integer as count
    from standing s where s.voter_id is not null and s.letter_state = 'released' and s.outcome is not null
    group by 1, 2, 3`.execute(db)
  const { rows: paper } = await sql<Tally<PaperOutcome>>`
    select s.section, s.paper as outcome, coalesce(s.exception, '') as reason, count(*)::integer as count
    from standing s where s.voter_id is not null and s.letter_state = 'released' and s.paper <> 'none'
    group by 1, 2, 3`.execute(db)
  const { rows: faults } = await sql<FaultCount>`
    select f.channel, f.kind, f.why, count(*)::integer as count
    from (${faultRows}) as f group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  const { municipalityId, electionId, listId, policy, frozen, withoutBallot } = scope
  const list = await countsByState(db, municipalityId, electionId, listId, withoutBallot)
  return { policy, frozen, list, digital, paper, faults }
}

/** The voters behind the faults that were counted, in order of section and list number, at most `limit`. */
export async function nameFaults(db: Db, limit: number): Promise<Fault[]> {
  const { rows } = await sql<Fault>`
    select f.channel, f.kind, f.why, f.section, f.list_number as "listNumber"
    from (${faultRows}) as f order by f.section, f.list_number, f.why limit ${limit}`.execute(db)
  return rows
}

/** One row for every fault: who is missing, double, or has a letter without being a voter. */
const faultRows = sql`
  ${fault('digital', 'missing', 'no-letter')} s.letter_id is null
  union all ${fault('digital', 'missing', 'letter-not-released')} s.voter_id is not null and s.letter_state = 'composed'
  union all ${fault('digital', 'missing', 'letter-not-handed-over')}
    s.voter_id is not null and s.letter_state = 'released' and s.handed_over = 0
  union all ${fault('digital', 'double', 'letter-handed-over-twice')} s.handed_over > 1
  union all ${fault('digital', 'double', 'two-current-letters')} s.voter_id in (
    select twice.voter_id from standing twice group by twice.voter_id having count(*) > 1)
  union all ${fault('digital', 'double', 'same-person-twice-on-list')} s.person_index in (
    select twice.person_index from standing twice group by twice.person_index having count(distinct twice.voter_id) > 1)
  union all ${fault('digital', 'double', 'same-receipt-twice')} s.receipt_repeated
  union all ${fault('digital', 'surplus', 'letter-without-voter')} s.voter_id is null
  union all ${fault('paper', 'missing', 'not-printed')}
    s.voter_id is not null and s.letter_state = 'released' and s.paper_due and s.paper = 'none'
  union all ${fault('paper', 'surplus', 'printed-without-need')}
    s.voter_id is not null and not s.paper_due and s.paper <> 'none'`

function fault(channel: Fault['channel'], kind: Fault['kind'], why: Fault['why']): RawBuilder<unknown> {
  return sql`select distinct ${channel}::text as channel, ${kind}::text as kind, ${why}::text as why, s.section,
    s.list_number from standing s where`
}
