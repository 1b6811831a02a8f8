import { currentOf, type MyLetter, myLetters } from '../letters/index.ts'
import { notMinePage } from './not-mine-page.tsx'
import { inOwnScope, type Portal, type PortalRoute } from './portal.ts'

type Handle = PortalRoute['handle']

/**
 * A page about one election: its letters, looked for among this citizen's own. The election of somebody else, or none, is
 * the same page: an address tells nobody what others have.
 */
export function withMyLetters(
  show: (portal: Portal, letters: readonly MyLetter[]) => Response | Promise<Response>,
): Handle {
  return async (portal) => {
    const asked = portal.context.req.param('election')
    const all = await inOwnScope(portal, (db) => myLetters(db, portal.citizen.index))
    const mine = all.filter(({ election }) => election.electionId === asked)
    return currentOf(mine).length > 0 ? show(portal, mine) : notMinePage(portal)
  }
}
