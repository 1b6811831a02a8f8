import {
  type AuthorityKind,
  electionsGranted,
  hasOwnChoice,
  loadBureauRules,
  mayAsAuthority,
} from '../bureaus/index.ts'
import { type Election, findElection } from '../elections/index.ts'
import { mayDo, type Staff } from '../municipalities/index.ts'
import { elsewherePage } from './bureaus/area/elsewhere-page.tsx'
import { type Desk, type DeskRoute, type ElectionDesk, inOwnScope } from './desk.ts'
import { noteRefused } from './note-visits.ts'
import { noRightPage, notFoundPage } from './refusal-pages.tsx'

/**
 * For a page of one election, whose code stands in its address. One of another municipality is not found, nor is
 * one that was not granted to the court or main bureau that somebody comes for.
 */
export function withElection(
  handle: (desk: ElectionDesk) => Response | Promise<Response>,
): DeskRoute['handle'] {
  return async (desk) => {
    const { authority, municipalityId } = desk.session
    const code = desk.context.req.param('election') ?? ''
    const found = await inOwnScope(desk, async (db) => {
      const election = await findElection(db, municipalityId, code)
      if (!election || !authority) return election && { election, kind: undefined }
      const kind = (await electionsGranted(db, municipalityId, authority)).get(election.electionId)
      return kind && { election, kind }
    })
    if (!found) return authority ? elsewherePage(desk, authority, code) : notFoundPage(desk)
    const { election, kind } = found
    return kind ? asAuthority(desk, { election, kind }, handle) : handle({ ...desk, election })
  }
}

/** With no more rights than the law of this election gives a court or main bureau of that kind. */
async function asAuthority(
  desk: Desk,
  { election, kind }: { readonly election: Election; readonly kind: AuthorityKind },
  handle: (desk: ElectionDesk) => Response | Promise<Response>,
): Promise<Response> {
  const staff = narrowed(desk.staff, election, kind)
  const { right, audit } = desk.access
  if (mayDo(staff, right)) return handle({ ...desk, election, staff, authorityKind: kind })
  await noteRefused(desk, { event: audit, because: 'right-missing' })
  return noRightPage(desk, right)
}

/** Somebody of a court or main bureau, with the rights that the law of an election leaves them. */
export function narrowed(staff: Staff, { ruleset }: Election, kind: AuthorityKind): Staff {
  const rules = loadBureauRules(ruleset)
  const isWithheld: Partial<Record<Staff['rights'][number], boolean>> = {
    'bureaus.designate': !mayAsAuthority(rules, kind, 'designate'),
    'bureaus.decide': !mayAsAuthority(rules, kind, 'decideExcuses'),
    'bureaus.choose': !hasOwnChoice(rules, kind),
    'bureaus.excuses': !mayAsAuthority(rules, kind, 'decideExcuses'),
  }
  return { ...staff, rights: staff.rights.filter((right) => !isWithheld[right]) }
}
