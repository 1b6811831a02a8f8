import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { attendedMembers } from './attended-overview.ts'
import { hasServed, type ServingDeps } from './record-services.ts'

const portion = 500
const header = [
  'national_number',
  'last_name',
  'first_names',
  'polling_day',
  'bureau',
  'number',
  'role',
  'served',
] as const

/**
 * The names that go to the population register, as who pays passes them on (KWB 130, LPKD 261): without account or amount, and without whom
 * nobody noted. Answers the file with how many. Whoever makes it leaves a trace.
 */
export function serviceList(
  { database, vault }: Pick<ServingDeps, 'database' | 'vault'>,
  { election, by }: { readonly election: Election; readonly by: string },
): Promise<{ readonly csv: string; readonly people: number }> {
  const { municipalityId, electionId, pollingDay } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const pieces = [byteOrderMark + csvRows([header])]
    let people = 0
    for (let after: AssignmentId | undefined, left = portion; left === portion; ) {
      const found = await attendedMembers(db, election, { after, most: portion })
      const rows = found
        .filter(({ attendance }) => attendance !== 'UNKNOWN')
        .map((one) => {
          const { lastName, firstNames, bureau, number, role } = one
          const who = [vault.open(one.nrnCipher), lastName, firstNames, pollingDay]
          return [...who, bureau, number, role, hasServed(one) ? 'ja' : 'nee']
        })
      if (rows.length > 0) pieces.push(csvRows(rows))
      people += rows.length
      left = found.length
      after = found.at(-1)?.assignmentId
    }
    const event = { municipalityId, actor: by, action: 'bureaus.services-exported', subject: electionId }
    await recordAudit(db, { ...event, details: { people } })
    return { csv: pieces.join(''), people }
  })
}
