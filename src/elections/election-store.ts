import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import { withDecisions } from './decide.ts'
import type { Election, ElectionSettings } from './election.ts'
import { loadRuleset } from './load-ruleset.ts'
import type { Ruleset, VotingMode } from './ruleset.ts'

/** The ruleset is stored whole: an election keeps the rules it was made under, whatever ships later. */
interface StoredSettings extends ElectionSettings {
  readonly ruleset: Ruleset
}

export interface NewElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly code: string
  readonly name: string
  readonly ruleset: Ruleset
  readonly pollingDay: string
  readonly votingMode: VotingMode
  readonly settings: ElectionSettings
}

interface ElectionRow {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly code: string
  readonly name: string
  readonly pollingDay: string
  readonly votingMode: VotingMode
  readonly stored: StoredSettings
}

const elections = sql`
  select e.municipality_id as "municipalityId", e.election_id as "electionId", e.code, e.name,
         e.polling_day as "pollingDay", e.voting_mode as "votingMode", e.settings as stored
  from elections.election e`

/** One change of the elections of a municipality at a time: held until the transaction ends. */
export async function lockElections(db: Db, municipalityId: MunicipalityId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('elections ' || ${municipalityId}::text, 0))`.execute(
    db,
  )
}

export async function insertElection(db: Db, election: NewElection, by: string): Promise<void> {
  await sql`insert into elections.election
              (municipality_id, election_id, code, name, ruleset_id, polling_day, voting_mode, settings, created_by)
            values (${election.municipalityId}, ${election.electionId}, ${election.code}, ${election.name},
                    ${election.ruleset.id}, ${election.pollingDay}, ${election.votingMode},
                    ${stored(election)}::jsonb, ${by})`.execute(db)
}

export async function rewriteElection(db: Db, election: NewElection): Promise<void> {
  await sql`update elections.election
            set name = ${election.name}, ruleset_id = ${election.ruleset.id}, polling_day = ${election.pollingDay},
                voting_mode = ${election.votingMode}, settings = ${stored(election)}::jsonb
            where municipality_id = ${election.municipalityId}
              and election_id = ${election.electionId}`.execute(db)
}

/** All elections of a municipality, by polling day. */
export async function listElections(db: Db, municipalityId: MunicipalityId): Promise<Election[]> {
  const { rows } = await sql<ElectionRow>`
    ${elections} where e.municipality_id = ${municipalityId} order by e.polling_day, e.code`.execute(db)
  return rows.map(toElection)
}

/** All elections that the scope of this transaction sees, of whichever municipality, by polling day. */
export async function listElectionsInScope(db: Db): Promise<Election[]> {
  const { rows } = await sql<ElectionRow>`${elections} order by e.polling_day, e.code`.execute(db)
  return rows.map(toElection)
}

/** The election with this code; without a code the only one there is. `undefined`: none, or more than one. */
export async function findElection(
  db: Db,
  municipalityId: MunicipalityId,
  code?: string,
): Promise<Election | undefined> {
  const { rows } = await sql<ElectionRow>`
    ${elections} where e.municipality_id = ${municipalityId} and e.code = coalesce(${code ?? null}::text, e.code)
    limit 2`.execute(db)
  return rows.length === 1 ? toElection(rows[0]!) : undefined
}

/** The election with this id, as jobs and links know it. */
export async function getElection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Election | undefined> {
  const { rows } = await sql<ElectionRow>`
    ${elections} where e.municipality_id = ${municipalityId} and e.election_id = ${electionId}`.execute(db)
  return rows.map(toElection)[0]
}

function stored({ settings, ruleset }: NewElection): string {
  return JSON.stringify({ ...settings, ruleset } satisfies StoredSettings)
}

function toElection({ stored, ...row }: ElectionRow): Election {
  const { ruleset: kept, ...settings } = stored
  const ruleset = completed(kept)
  return { ...row, ruleset: withDecisions(ruleset, row.votingMode, settings.decisions), settings }
}

/** A ruleset kept by an earlier release lacks the fields that came later: those it takes from the one that ships. */
function completed(kept: Ruleset): Ruleset {
  return { ...loadRuleset(kept.id), ...kept }
}
