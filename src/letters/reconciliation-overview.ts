import { type RawBuilder, sql } from 'kysely'
import type { ChannelPolicy } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { CampaignId, ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import { countsByState, entitled } from '../voters/index.ts'
import type { Counted, DigitalOutcome, Fault, FaultCount, PaperOutcome, Tally } from './reconciliation.ts'

/** What a reconciliation is about: one list, one election, all campaigns that carried its letters. */
export interface CountingScope {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  /** Voters on the list when it was closed. */
  readonly frozen: number
  readonly policy: ChannelPolicy
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

/** Counts both channels from the rows themselves. Ask it in one snapshot: letters may be on their way. */
export async function countLetters(db: Db, scope: CountingScope): Promise<Counted> {
  return {
    policy: scope.policy,
    frozen: scope.frozen,
    list: await countsByState(db, scope.municipalityId, scope.electionId, scope.listId),
    digital: await digitalTallies(db, scope),
    paper: await paperTallies(db, scope),
    faults: await countFaults(db, scope),
  }
}

/** The voters behind the faults, in order of section and list number, at most `limit`. */
export async function nameFaults(db: Db, scope: CountingScope, limit: number): Promise<Fault[]> {
  const { rows } = await sql<Fault>`
    select f.channel, f.kind, f.why, f.section, f.list_number as "listNumber"
    from (${faults(scope)}) as f order by f.section, f.list_number, f.why limit ${limit}`.execute(db)
  return rows
}

async function digitalTallies(db: Db, scope: CountingScope): Promise<Tally<DigitalOutcome>[]> {
  const { rows } = await sql<Tally<DigitalOutcome>>`
    select v.section, case d.state when 'attempting' then 'waiting' else d.state end as outcome,
           case when d.state in ('delivered', 'inactive') then '' else coalesce(d.reason, d.state) end as reason,
           count(*)::integer as count
    from ${voterTable} join ${released} join ${deliveryOf(scope)}
    where ${isVoter(scope)} group by 1, 2, 3`.execute(db)
  return rows
}

async function paperTallies(db: Db, scope: CountingScope): Promise<Tally<PaperOutcome>[]> {
  const { rows } = await sql<Tally<PaperOutcome>>`
    select v.section, case when p.exception is null then 'printed' else 'exception' end as outcome,
           coalesce(p.exception, '') as reason, count(*)::integer as count
    from ${voterTable} join ${released} join ${paper}
    where ${isVoter(scope)} group by 1, 2, 3`.execute(db)
  return rows
}

async function countFaults(db: Db, scope: CountingScope): Promise<FaultCount[]> {
  const { rows } = await sql<FaultCount>`
    select f.channel, f.kind, f.why, count(*)::integer as count
    from (${faults(scope)}) as f group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

const voterTable = sql`voters.voter v`
const current = sql`letters.letter l on l.municipality_id = v.municipality_id and l.election_id = v.election_id
  and l.voter_id = v.voter_id and l.state in ('composed', 'released')`
const released = sql`letters.letter l on l.municipality_id = v.municipality_id and l.election_id = v.election_id
  and l.voter_id = v.voter_id and l.state = 'released'`
const paper = sql`letters.paper_letter p on p.municipality_id = l.municipality_id and p.election_id = l.election_id
  and p.letter_id = l.letter_id`

function deliveryOf(scope: CountingScope): RawBuilder<unknown> {
  return sql`delivery.delivery d on d.municipality_id = l.municipality_id and d.document_id = l.letter_id
    and d.campaign_id = any(${scope.campaigns}::uuid[]) and d.state <> 'cancelled'`
}

function isVoter(scope: CountingScope): RawBuilder<unknown> {
  return sql`v.municipality_id = ${scope.municipalityId} and v.election_id = ${scope.electionId}
    and v.list_id = ${scope.listId} and v.state = any(${entitled}::text[])`
}

/** One row for every fault: who is missing, double, or has a letter without being a voter. */
function faults(scope: CountingScope): RawBuilder<unknown> {
  const { municipalityId, electionId } = scope
  const fault = (channel: Fault['channel'], kind: Fault['kind'], why: Fault['why'], of = sql`v`) =>
    sql`select ${channel}::text as channel, ${kind}::text as kind, ${why}::text as why, ${of}.section, ${of}.list_number`
  return sql`
    ${fault('digital', 'missing', 'no-letter')} from ${voterTable} left join ${current}
      where ${isVoter(scope)} and l.letter_id is null
    union all ${fault('digital', 'missing', 'letter-not-released')} from ${voterTable} join ${current}
      where ${isVoter(scope)} and l.state = 'composed'
    union all ${fault('digital', 'missing', 'letter-not-handed-over')} from ${voterTable} join ${released}
      left join ${deliveryOf(scope)} where ${isVoter(scope)} and d.document_id is null
    union all ${fault('digital', 'double', 'two-current-letters')} from ${voterTable} join ${current}
      where ${isVoter(scope)} group by v.voter_id, v.section, v.list_number having count(*) > 1
    union all ${fault('digital', 'double', 'letter-handed-over-twice')} from ${voterTable} join ${released}
      join ${deliveryOf(scope)} where ${isVoter(scope)}
      group by l.letter_id, v.section, v.list_number having count(*) > 1
    union all ${fault('digital', 'double', 'same-person-twice-on-list', sql`twice`)} from (
      select v.section, v.list_number, count(*) over (partition by v.nrn_index) as times
      from ${voterTable} where ${isVoter(scope)}) as twice where twice.times > 1
    union all ${fault('digital', 'surplus', 'letter-without-voter', sql`l`)} from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and l.state in ('composed', 'released') and not exists (
          select from ${voterTable} where ${isVoter(scope)} and v.voter_id = l.voter_id)
    union all ${paperFaults(scope, fault)}`
}

function paperFaults(
  scope: CountingScope,
  fault: (channel: 'paper', kind: Fault['kind'], why: Fault['why']) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const missing = sql`${fault('paper', 'missing', 'not-printed')} from ${voterTable} join ${released}
    left join ${paper} where ${isVoter(scope)} and p.letter_id is null`
  if (scope.policy === 'paper-for-all') return missing
  const reached = sql`exists (select from delivery.delivery d where d.municipality_id = l.municipality_id
    and d.document_id = l.letter_id and d.campaign_id = any(${scope.campaigns}::uuid[]) and d.state = 'delivered')`
  return sql`${missing} and not ${reached}
    union all ${fault('paper', 'surplus', 'printed-without-need')} from ${voterTable} join ${released} join ${paper}
      where ${isVoter(scope)} and ${reached}`
}
