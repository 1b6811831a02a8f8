import { coverageNow, isOpen, outdatedSections, releasesOf } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import type { ListId } from '../../platform/ids.ts'
import { currentList } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { remembered } from '../remembered.ts'
import { texts } from './own-texts.nl.ts'

export type MeaningFacts = Awaited<ReturnType<typeof meaningFacts>>

/**
 * Which letters of this election there are already, and which of them say something else than is true now. What takes
 * long to count in a city is remembered for a while, for each version of the texts anew.
 */
export async function meaningFacts(desk: ElectionDesk, version: number) {
  const { municipalityId, electionId } = desk.election
  const { list, newest } = await inOwnScope(desk, async (db) => ({
    list: await currentList(db, municipalityId, electionId),
    newest: (await releasesOf(db, municipalityId, electionId))[0],
  }))
  if (list?.state !== 'closed') return undefined
  const key = `own-texts ${electionId} ${version} ${newest?.releaseId} ${newest?.state}`
  const { value } = await remembered(desk.deps, key, () => counted(desk, list.listId))
  return { ...value, isRequested: isOpen(newest) }
}

function counted(desk: ElectionDesk, listId: ListId) {
  const { election } = desk
  return inOwnScope(desk, async (db) => {
    const { composed, released } = await coverageNow(db, election, listId)
    const outdated = await outdatedSections(db, election, ['composed'])
    const outdatedReleased = released > 0 ? await outdatedSections(db, election, ['released']) : []
    return {
      composed,
      released,
      outdated: outdated.length,
      outdatedReleased: outdatedReleased.length,
    }
  })
}

/** What a change of the texts means for letters that are composed, sampled or released. */
export function Meaning({ desk, facts }: { desk: ElectionDesk; facts: MeaningFacts }) {
  const said = texts.meaning
  const { composed = 0, released = 0, isRequested, outdated = 0, outdatedReleased = 0 } = facts ?? {}
  const sentences = [
    composed + released === 0 && said.none,
    composed > 0 && said.composed(composed),
    isRequested && said.requested,
    released > 0 && said.released(released),
    outdatedReleased > 0 && said.outdatedReleased(outdatedReleased),
    texts.everywhere,
  ].filter((sentence) => typeof sentence === 'string')
  return (
    <section>
      <h2>{said.title}</h2>
      {outdated > 0 && (
        <Inset>
          {said.outdated(outdated)}{' '}
          {may(desk, 'letters.read') && (
            <a href={paths.letters({ election: desk.election.code })}>{said.toLetters}</a>
          )}
        </Inset>
      )}
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {outdatedReleased > 0 && may(desk, 'letters.withdraw') && (
        <p>
          <a href={paths.corrections({ election: desk.election.code })}>{said.toCorrections}</a>
        </p>
      )}
    </section>
  )
}
