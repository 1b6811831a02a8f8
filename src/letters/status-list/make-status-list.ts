import { listElections } from '../../elections/index.ts'
import { findIssuer } from '../../municipalities/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Signer } from '../../platform/signer.ts'
import { electionMark } from '../composing/letter-statement.ts'
import { signStatusList } from './status-list.ts'
import { marksOfLetters } from './status-list-overview.ts'

interface Deps {
  readonly database: Database
  readonly signer: Signer
  readonly clock: Clock
}

/**
 * The signed list of an election, as things stand. `issuer` (an enterprise number) and `election` (16 hexadecimal digits) are
 * what the statement on a letter says; `undefined` when there is no such election here, or nothing of it was released.
 */
export async function makeStatusList(
  { database, signer, clock }: Deps,
  { issuer, election }: { issuer: string; election: string },
): Promise<Uint8Array | undefined> {
  const municipality = await findIssuer(database, issuer)
  if (!municipality) return undefined
  const { municipalityId, name, slug } = municipality
  const madeAt = clock.now()
  return database.inScope(staffOf(municipalityId), async (db) => {
    const elections = await listElections(db, municipalityId)
    const found = elections.find(
      ({ electionId }) => Buffer.from(electionMark(electionId)).toString('hex') === election,
    )
    const marks = found && (await marksOfLetters(db, municipalityId, found.electionId))
    if (!marks) return undefined
    const { electionId, name: electionName, pollingDay } = found
    return signStatusList(signer, {
      ...{ issuer, municipality: name, slug, electionId, electionName, pollingDay, madeAt, marks },
    })
  })
}
