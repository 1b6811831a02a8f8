import { findElection } from '../elections/index.ts'
import { type DeskRoute, type ElectionDesk, inOwnScope } from './desk.ts'
import { notFoundPage } from './refusal-pages.tsx'

/** For a page of one election, whose code stands in its address. One of another municipality is not found. */
export function withElection(
  handle: (desk: ElectionDesk) => Response | Promise<Response>,
): DeskRoute['handle'] {
  return async (desk) => {
    const code = desk.context.req.param('election') ?? ''
    const election = await inOwnScope(desk, (db) => findElection(db, desk.staff.municipalityId, code))
    return election ? handle({ ...desk, election }) : notFoundPage(desk)
  }
}
