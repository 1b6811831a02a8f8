import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { votersOfSection } from '../../voters/index.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { whyNotCalled } from '../listing/why-not-called.ts'
import type { PoolPerson } from './draw-store.ts'

const page = 2000

interface Apart {
  /** Look-up indexes, as hexadecimal digits. */
  readonly onListA: ReadonlySet<string>
  readonly candidates: ReadonlySet<string>
}

/** The voters of a section out of whom list B is drawn: whom the law keeps out of no bureau, and who is not on list A. */
export async function poolOfSection(
  { db, vault, rules }: { readonly db: Db; readonly vault: Vault; readonly rules: BureauRules },
  election: Election,
  { listId, section }: { readonly listId: ListId; readonly section: number },
  { onListA, candidates }: Apart,
): Promise<PoolPerson[]> {
  const { municipalityId, electionId, pollingDay } = election
  const pool: PoolPerson[] = []
  for (let after = 0; ; ) {
    const voters = await votersOfSection(db, municipalityId, electionId, listId, section, after, page)
    for (const voter of voters) {
      const index = voter.nrnIndex.toString('hex')
      const { birthDate } = voter
      const facts = { isCandidate: candidates.has(index), birthDate, voter }
      if (onListA.has(index) || whyNotCalled(rules, 'B', pollingDay, facts).length > 0) continue
      pool.push({ nrnIndex: voter.nrnIndex, pseudonym: drawPseudonym(vault, election, voter.nrnIndex) })
    }
    if (voters.length < page) return inOrder(pool)
    after = voters.at(-1)!.listNumber
  }
}

/** The same person in every draw of one election, and nobody's in another. */
export function drawPseudonym(
  vault: Vault,
  { municipalityId, electionId }: Pick<Election, 'municipalityId' | 'electionId'>,
  nrnIndex: Buffer,
): Buffer {
  return vault.pseudonym(`draw|${municipalityId}|${electionId}|${nrnIndex.toString('base64')}`)
}

export function inOrder(people: readonly PoolPerson[]): PoolPerson[] {
  return people.toSorted((one, other) => one.pseudonym.compare(other.pseudonym))
}
