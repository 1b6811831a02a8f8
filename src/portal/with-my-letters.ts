import { currentOf, type MyLetter, myLetters } from '../letters/index.ts'
import { notMinePage } from './not-mine-page.tsx'
import { noteOpened } from './note-opened.ts'
import { inOwnScope, type Portal, type PortalRoute } from './portal.ts'

/**
 * A page about one election: its letters, looked for among this citizen's own, the newest version first. The election of
 * somebody else, or none, is the same page: an address tells nobody what others have.
 */
export function withMyLetters(
  show: (portal: Portal, letters: readonly MyLetter[]) => Response | Promise<Response>,
): PortalRoute['handle'] {
  return async (portal) => {
    const asked = portal.context.req.param('election')
    const all = await inOwnScope(portal, (db) => myLetters(db, portal.citizen.index))
    const mine = all.filter(({ election }) => election.electionId === asked)
    const [current] = currentOf(mine)
    if (!current) return notMinePage(portal)
    if (portal.context.req.method === 'GET') await noteOpened(portal, current)
    return show(portal, mine)
  }
}
