import { coverageNow, outdatedSections } from '../../letters/index.ts'
import { currentList } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'

/** What has to be done before a sample can be taken; nothing when it can. */
export function beforeSample(
  desk: ElectionDesk,
): Promise<'list-not-closed' | 'letters-missing' | 'letters-outdated' | 'all-released' | undefined> {
  const { election } = desk
  const { municipalityId, electionId } = election
  return inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (list?.state !== 'closed') return 'list-not-closed'
    const { votersWithoutLetter, composed, released } = await coverageNow(db, election, list.listId)
    if (votersWithoutLetter > 0 || composed + released === 0) return 'letters-missing'
    if (composed === 0) return 'all-released'
    const outdated = await outdatedSections(db, election, ['composed'])
    return outdated.length > 0 ? 'letters-outdated' : undefined
  })
}
