import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Outbox } from '../../platform/outbox/outbox.ts'
import type { Mail } from './mail.ts'

export const mailOutbox: Outbox<Mail> = {
  table: 'portal.mail',
  columns: {
    municipalityId: 'municipality_id',
    electionId: 'election_id',
    personIndex: 'person_index',
    event: 'event',
    kind: 'kind',
    voterId: 'voter_id',
    letterId: 'letter_id',
    attempts: 'attempts',
    writtenAt: 'written_at',
  },
  key: ['municipalityId', 'electionId', 'personIndex', 'event'],
}

/** `notNeeded`: why it does not have to leave at all, which is decided once as well. */
export type NewMail = Omit<Mail, 'attempts'> & { readonly notNeeded?: string | undefined }

/** Writes them down to leave. Of which there is one already, there is one. Answers how many are new. */
export async function insertMails(db: Db, mails: readonly NewMail[]): Promise<number> {
  const rows = mails.map((one) => ({ ...one, personIndex: one.personIndex.toString('hex') }))
  const { numAffectedRows } = await sql`
    insert into portal.mail (municipality_id, election_id, person_index, event, kind, voter_id, letter_id, written_at,
      next_attempt_at, state, code, finished_at)
    select one."municipalityId", one."electionId", decode(one."personIndex", 'hex'), one.event, one.kind, one."voterId",
      one."letterId", one."writtenAt", one."writtenAt", case when one."notNeeded" is null then 'waiting' else 'dropped' end,
      one."notNeeded", case when one."notNeeded" is not null then one."writtenAt" end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one ("municipalityId" integer, "electionId" uuid,
      "personIndex" text, event text, kind text, "voterId" uuid, "letterId" uuid, "writtenAt" timestamptz, "notNeeded" text)
    on conflict (municipality_id, election_id, person_index, event) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
