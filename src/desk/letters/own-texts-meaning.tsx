import { coverageNow, outdatedSections, releasesOf } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { currentList } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './own-texts.nl.ts'

export type MeaningFacts = Awaited<ReturnType<typeof meaningFacts>>

/** Which letters of this election there are already, and which of them say something else than is true now. */
export function meaningFacts(desk: ElectionDesk) {
  const { election } = desk
  const { municipalityId, electionId } = election
  return inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (list?.state !== 'closed') return undefined
    const { composed, released } = await coverageNow(db, election, list.listId)
    const [newest] = await releasesOf(db, municipalityId, electionId)
    return {
      ...{ composed, released, isRequested: newest?.state === 'requested' },
      outdated: (await outdatedSections(db, election, ['composed'])).length,
      outdatedReleased: (await outdatedSections(db, election, ['released'])).length,
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
    </section>
  )
}
