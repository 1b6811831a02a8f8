import {
  type AwaitedLetter,
  awaitedLetters,
  currentOf,
  firstLetters,
  type MyLetter,
  myLetters,
} from '../letters/index.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { showAwaitedLetter } from './awaited/awaited-letter-page.tsx'
import { notMinePage } from './not-mine-page.tsx'
import { noteOpened, noteOpenedOf } from './note-opened.ts'
import { inLanguageOf, inOwnScope, type Portal, type PortalRoute } from './portal.ts'

type Answer = Response | Promise<Response>

/**
 * A page about one election: its letters, looked for among this citizen's own, the newest version first. Where none of them
 * holds and another has to come, that is said instead. The election of somebody else, or none, is the same page: an address
 * tells nobody what others have.
 */
export function withMyLetters(
  show: (portal: Portal, letters: readonly MyLetter[]) => Answer,
  showAwaited: (portal: Portal, awaited: AwaitedLetter) => Answer = showAwaitedLetter,
): PortalRoute['handle'] {
  return async (portal) => {
    const { mine, awaited } = await findMine(portal)
    if (awaited) {
      const { election, municipality, voterId } = awaited
      const { municipalityId } = election
      if (isOpened(portal)) await noteOpenedOf(portal, { municipalityId, voterId })
      return showAwaited(inLanguageOf(portal, municipality), awaited)
    }
    const [current] = currentOf(mine)
    if (!current) return notMinePage(portal)
    if (isOpened(portal)) await noteOpened(portal, current)
    return show(inLanguageOf(portal, current.municipality), mine)
  }
}

const isOpened = ({ context }: Portal) => context.req.method === 'GET'

function findMine(portal: Portal) {
  const asked = portal.context.req.param('election')
  const today = dayInBelgium(portal.deps.clock.now())
  return inOwnScope(portal, async (db) => {
    const all = await myLetters(db, portal.citizen.index)
    const mine = all.filter(({ election }) => election.electionId === asked)
    // After polling day no letter is made any more.
    const coming = mine.filter(({ election }) => election.pollingDay >= today)
    const [again] = await awaitedLetters(db, coming)
    if (again || mine.length > 0) return { mine, awaited: again }
    const first = await firstLetters(db, portal.citizen.index, { sent: all, from: today })
    const awaited = first.find(({ election }) => election.electionId === asked)
    return { mine, awaited }
  })
}
