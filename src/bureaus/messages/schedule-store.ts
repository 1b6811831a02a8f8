import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MessageTemplate } from './message.ts'

/** Whether a template leaves by itself, and when. */
export interface MessageSchedule {
  readonly template: MessageTemplate
  readonly isOn: boolean
  readonly daysBefore: number
  readonly hour: string
  readonly changedBy: string
  readonly changedAt: Date
}

/** Those that the municipality decided on; the others are off. */
export async function selectSchedules(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<MessageSchedule[]> {
  const { rows } = await sql<MessageSchedule>`
    select s.template, s.is_on as "isOn", s.days_before as "daysBefore", s.hour, s.changed_by as "changedBy",
      s.changed_at as "changedAt"
    from bureaus.message_schedule s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}`.execute(db)
  return rows
}

export async function putSchedule(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { template, isOn, daysBefore, hour, changedBy, changedAt }: MessageSchedule,
): Promise<void> {
  await sql`
    insert into bureaus.message_schedule (municipality_id, election_id, template, is_on, days_before, hour, changed_by, changed_at)
    values (${municipalityId}, ${electionId}, ${template}, ${isOn}, ${daysBefore}, ${hour}, ${changedBy}, ${changedAt})
    on conflict (municipality_id, election_id, template) do update
    set is_on = excluded.is_on, days_before = excluded.days_before, hour = excluded.hour,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(db)
}
