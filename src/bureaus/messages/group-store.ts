import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { GroupMessageId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MessageFilter } from './message-filter.ts'
import type { Wording } from './message-templates-file.ts'

/** A message to everybody of a filter. It waits for a second person, is released, or is taken back or stopped. */
export interface GroupMessage extends Wording {
  readonly groupId: GroupMessageId
  readonly filter: MessageFilter
  /** Of text, filter and recipients, as whoever asked saw them. */
  readonly sha256: Buffer
  readonly people: number
  readonly askedBy: string
  readonly askedAt: Date
  readonly releasedBy: string | null
  readonly releasedAt: Date | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
}

const columns = sql`
  g.group_id as "groupId", g.subject, g.body, g.sms, g.filter, g.sha256, g.people, g.asked_by as "askedBy",
  g.asked_at as "askedAt", g.released_by as "releasedBy", g.released_at as "releasedAt", g.ended_by as "endedBy",
  g.ended_at as "endedAt"`

/** The last first. */
export async function selectGroups(
  db: Db,
  { municipalityId, electionId }: OfElection,
  most: number,
): Promise<GroupMessage[]> {
  const { rows } = await sql<GroupMessage>`
    select ${columns} from bureaus.group_message g
    where g.municipality_id = ${municipalityId} and g.election_id = ${electionId}
    order by g.group_id desc limit ${most}`.execute(db)
  return rows
}

export async function selectGroup(
  db: Db,
  { municipalityId, electionId }: OfElection,
  groupId: GroupMessageId,
): Promise<GroupMessage | undefined> {
  const { rows } = await sql<GroupMessage>`
    select ${columns} from bureaus.group_message g
    where g.municipality_id = ${municipalityId} and g.election_id = ${electionId} and g.group_id = ${groupId}`.execute(
    db,
  )
  return rows[0]
}

/** The same, held for the caller's transaction: of two who release one does it. */
export async function lockGroup(
  db: Db,
  { municipalityId, electionId }: OfElection,
  groupId: GroupMessageId,
): Promise<GroupMessage | undefined> {
  const { rows } = await sql<GroupMessage>`
    select ${columns} from bureaus.group_message g
    where g.municipality_id = ${municipalityId} and g.election_id = ${electionId} and g.group_id = ${groupId}
    for update`.execute(db)
  return rows[0]
}

export async function insertGroup(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { groupId, subject, body, sms, filter, sha256, people, askedBy, askedAt }: GroupMessage,
): Promise<void> {
  await sql`
    insert into bureaus.group_message (municipality_id, election_id, group_id, subject, body, sms, filter, sha256, people,
      asked_by, asked_at)
    values (${municipalityId}, ${electionId}, ${groupId}, ${subject}, ${body}, ${sms}, ${JSON.stringify(filter)}::jsonb,
      ${sha256}, ${people}, ${askedBy}, ${askedAt})`.execute(db)
}

export async function markGroup(
  db: Db,
  { municipalityId, electionId }: OfElection,
  groupId: GroupMessageId,
  mark: 'released' | 'ended',
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const set =
    mark === 'released'
      ? sql`released_by = ${by}, released_at = ${at}`
      : sql`ended_by = ${by}, ended_at = ${at}`
  await sql`
    update bureaus.group_message set ${set}
    where municipality_id = ${municipalityId} and election_id = ${electionId} and group_id = ${groupId}`.execute(
    db,
  )
}
