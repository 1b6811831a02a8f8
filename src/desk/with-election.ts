import {
  electionsGranted,
  type Granted,
  hasOwnChoice,
  loadBureauRules,
  mayAsAuthority,
  opensAll,
} from '../bureaus/index.ts'
import { type Election, findElection } from '../elections/index.ts'
import { mayDo, type Staff } from '../municipalities/index.ts'
import { elsewherePage } from './bureaus/area/elsewhere-page.tsx'
import { type Desk, type DeskRoute, type ElectionDesk, inOwnScope } from './desk.ts'
import { noteRefused } from './note-visits.ts'
import { noRightPage, notFoundPage } from './refusal-pages.tsx'

type Handle = (desk: ElectionDesk) => Response | Promise<Response>

/**
 * For a page of one election, whose code stands in its address. One of another municipality is not found, nor is
 * one that was not granted to the court or main bureau that somebody comes for; where another municipality of its area has
 * that code, the way there is offered. A main bureau that opens a part of the bureaus only has no right to it.
 */
export function withElection(handle: Handle): DeskRoute['handle'] {
  return inElection(handle, { isForPart: false })
}

/** The same for a page that shows who comes for a main bureau no more than its part of the bureaus: see `sight.ts`. */
export function withPartOfElection(handle: Handle): DeskRoute['handle'] {
  return inElection(handle, { isForPart: true })
}

function inElection(handle: Handle, page: { readonly isForPart: boolean }): DeskRoute['handle'] {
  return async (desk) => {
    const { authority, municipalityId } = desk.session
    const code = desk.context.req.param('election') ?? ''
    const found = await inOwnScope(desk, async (db) => {
      const election = await findElection(db, municipalityId, code)
      if (!election || !authority) return election && { election, granted: undefined }
      const granted = (await electionsGranted(db, municipalityId, authority)).get(election.electionId)
      return granted && { election, granted }
    })
    if (!found) return authority ? elsewherePage(desk, authority, code) : notFoundPage(desk)
    const { election, granted } = found
    if (!authority || !granted) return handle({ ...desk, election })
    return asAuthority(desk, { election, granted, ...page }, orElsewhere(handle, authority))
  }
}

/** Municipalities may have elections of one code: what this one has not, may be of another one of the area. */
function orElsewhere(handle: Handle, authority: string): Handle {
  return async (desk) => {
    const answer = await handle(desk)
    return answer.status === 404 ? elsewherePage(desk, authority, desk.election.code) : answer
  }
}

interface AsAuthority {
  readonly election: Election
  readonly granted: Granted
  readonly isForPart: boolean
}

/** With no more rights than the law of this election gives a court or main bureau of that kind. */
async function asAuthority(
  desk: Desk,
  { election, granted, isForPart }: AsAuthority,
  handle: Handle,
): Promise<Response> {
  const staff = narrowed(desk.staff, election, granted)
  const { right, audit } = desk.access
  const isOpen = isForPart || opensAll(loadBureauRules(election.ruleset), granted)
  if (isOpen && mayDo(staff, right)) return handle({ ...desk, election, staff, granted })
  await noteRefused(desk, { event: audit, because: 'right-missing' })
  return noRightPage(desk, right)
}

/** Somebody of a court or main bureau, with the rights that the law of an election leaves them. */
export function narrowed(staff: Staff, { ruleset }: Election, granted: Granted): Staff {
  const rules = loadBureauRules(ruleset)
  const { kind } = granted
  const isWithheld: Partial<Record<Staff['rights'][number], boolean>> = {
    'bureaus.designate': !mayAsAuthority(rules, kind, 'designate'),
    'bureaus.decide': !mayAsAuthority(rules, kind, 'decideExcuses'),
    'bureaus.choose': !hasOwnChoice(rules, granted),
    'bureaus.draw': !mayAsAuthority(rules, kind, 'draw'),
    'bureaus.excuses': !mayAsAuthority(rules, kind, 'decideExcuses'),
  }
  return { ...staff, rights: staff.rights.filter((right) => !isWithheld[right]) }
}
