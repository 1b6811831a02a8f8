import type { Election } from '../../elections/index.ts'
import { recordAudits } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { peopleToCall, type ToCallRow } from './messages-overview.ts'

export const calledPerPage = 50

export interface PersonToCall extends ToCallRow {
  /** Absent: the person gave none. */
  readonly phone?: string
}

/** A page of who has to be called, with the number where one is known; each number that is shown leaves an event. One more than fits when there is more. */
export function showPeopleToCall(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  {
    election,
    by,
    sms,
    after,
  }: { election: Election; by: string; sms: boolean; after?: AssignmentId | undefined },
): Promise<{ people: PersonToCall[]; hasMore: boolean }> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const rows = await peopleToCall(db, election, { sms, after, limit: calledPerPage + 1 })
    const people: PersonToCall[] = []
    for (const one of rows.slice(0, calledPerPage)) {
      const contact = await contactOf(db, { vault }, election, one.memberId)
      people.push({ ...one, ...(contact && { phone: contact.phone }) })
    }
    const event = { municipalityId, actor: by, action: 'bureaus.phone-listed' }
    const shown = people.filter(({ phone }) => phone !== undefined)
    const each = shown.map(({ assignmentId, because }) => ({ subject: assignmentId, details: { because } }))
    await recordAudits(db, event, each)
    return { people, hasMore: rows.length > calledPerPage }
  })
}
