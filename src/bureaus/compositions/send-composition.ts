import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type CompositionId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { authoritiesOf } from '../authorities/authority-store.ts'
import { compositionNow, peopleOf } from './composition-now.ts'
import { insertComposition, lockCompositions, selectCompositions } from './composition-store.ts'
import { keptUntil } from './kept-until.ts'

export type SendRefusal = 'no-such-authority' | 'nobody-designated' | 'unchanged' | 'kept-no-longer'

/**
 * Hands the composition of the bureaus, as it is now and as far as the law gives it, to a court or main bureau to which this election is granted. The same again is
 * refused, and so is one after the day until which the law has it kept.
 */
export function sendComposition(
  { database, vault, clock }: { readonly database: Database; readonly vault: Vault; readonly clock: Clock },
  { election, enterpriseNumber, by }: { election: Election; enterpriseNumber: string; by: string },
): Promise<Result<{ compositionId: CompositionId; version: number }, SendRefusal>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const until = keptUntil(election)
    if (until && dayInBelgium(clock.now()) > until) return refused('kept-no-longer', until)
    await lockCompositions(db, election)
    const granted = await authoritiesOf(db, election)
    const receiver = granted.find((one) => one.enterpriseNumber === enterpriseNumber)
    if (!receiver) return refused('no-such-authority')
    const composition = await compositionNow(db, vault, election, receiver)
    const people = peopleOf(composition)
    if (people === 0) return refused('nobody-designated')
    const digest = sha256OfJson(composition).toString('hex')
    const [last] = await selectCompositions(db, election, enterpriseNumber)
    if (last?.digest === digest) return refused('unchanged')
    const compositionId = newId<CompositionId>()
    const version = (last?.version ?? 0) + 1
    await insertComposition(db, {
      ...{ municipalityId, electionId, compositionId, enterpriseNumber, version, digest, people },
      ...{ bureaus: composition.bureaus.length, sentAt: clock.now(), sentBy: by },
      sealed: vault.seal(JSON.stringify(composition)),
    })
    const event = { municipalityId, actor: by, action: 'bureaus.composition-sent', subject: compositionId }
    await recordAudit(db, { ...event, details: { organisation: enterpriseNumber, version, people, digest } })
    return { ok: true, compositionId, version }
  })
}
