import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MessageTemplate } from './message.ts'
import type { Wording } from './message-templates-file.ts'

export interface WordingKey {
  readonly template: MessageTemplate
  readonly language: string
}

/** A wording of a municipality: the last one counts. */
export interface WordingVersion extends Wording {
  readonly version: number
  readonly backTo: number | null
  readonly changedBy: string
  readonly changedAt: Date
}

const columns = sql`
  w.version, w.subject, w.body, w.sms, w.back_to as "backTo", w.changed_by as "changedBy", w.changed_at as "changedAt"`

/** Every version that the municipality made, the last first. */
export async function selectWordings(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { template, language }: WordingKey,
): Promise<WordingVersion[]> {
  const { rows } = await sql<WordingVersion>`
    select ${columns} from bureaus.message_wording w
    where w.municipality_id = ${municipalityId} and w.election_id = ${electionId} and w.template = ${template}
      and w.language = ${language}
    order by w.version desc`.execute(db)
  return rows
}

/** False when somebody else made this version meanwhile. */
export async function insertWording(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { template, language }: WordingKey,
  { version, subject, body, sms, backTo, changedBy, changedAt }: WordingVersion,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bureaus.message_wording (municipality_id, election_id, template, language, version, subject, body, sms,
      back_to, changed_by, changed_at)
    values (${municipalityId}, ${electionId}, ${template}, ${language}, ${version}, ${subject}, ${body}, ${sms},
      ${backTo}, ${changedBy}, ${changedAt})
    on conflict (municipality_id, election_id, template, language, version) do nothing returning version`.execute(
    db,
  )
  return rows.length > 0
}
