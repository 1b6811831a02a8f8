import {
  type Acceptance,
  acceptanceOf,
  availabilityByRole,
  type BureauAuthority,
  type DroppedOut,
  documentedVersions,
  droppedOutOfListB,
  keptBureaus,
  type ListAFigures,
  type ListBSection,
  lastDayToSendLists,
  listAFigures,
  listBSections,
  listReceivers,
  loadBureauRules,
  type MemberList,
  memberLists,
  namesForSeats,
  type SeatRole,
  type Seats,
  seatsOfLists,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import type { Db } from '../../../platform/db/database.ts'
import { roles } from '../texts.nl.ts'

export interface ListsFacts {
  readonly lists: { readonly A: ListNow; readonly B: ListNow }
  readonly listA: ListAFigures
  /** Absent: nothing is drawn. */
  readonly sections: readonly SectionNow[] | undefined
  /** How many come, by role that the lists fill. */
  readonly acceptance: readonly RoleAcceptance[]
  readonly seatsA: number
  readonly neededA: number
  /** Who was drawn for list B and drops out, as long as it is not adopted. */
  readonly dropped: readonly DroppedOut[]
  /** Who may read a list here once it is sent. */
  readonly receivers: readonly BureauAuthority[]
  /** The last day for both to be with who designates. */
  readonly sendBy: string
}

export interface RoleAcceptance extends Acceptance {
  readonly role: SeatRole
}

export interface ListNow {
  /** Absent: nobody did anything with it. */
  readonly list?: MemberList | undefined
  /** Versions of which the decision is kept as a document. */
  readonly documents: ReadonlySet<number>
}

export interface SectionNow extends ListBSection {
  readonly needed: number
}

const roleOrder = Object.keys(roles) as SeatRole[]

/** How lists A and B stand, beside how many names the seats of the plan ask for. `typed`: of a hundred come so many, whatever was measured. */
export async function listsFacts(
  db: Db,
  election: Election,
  { today, typed }: { readonly today: string; readonly typed: number | undefined },
): Promise<ListsFacts> {
  const rules = loadBureauRules(election.ruleset)
  const seats = seatsOfLists(rules, await keptBureaus(db, election))
  const measured = await availabilityByRole(db, election, today)
  const acceptance = roleOrder
    .filter((role) => [seats.listA, ...seats.listB.values()].some((of) => (of[role] ?? 0) > 0))
    .map((role): RoleAcceptance => {
      if (typed !== undefined) return { role, rate: typed / 100, from: 'typed' }
      return { role, ...acceptanceOf(rules, measured, role) }
    })
  const rates = new Map(acceptance.map(({ role, rate }) => [role, rate]))
  const needed = (of: Seats) => namesForSeats(of, (role) => rates.get(role)!)
  const sections = await listBSections(db, election)
  const now = async (kind: 'A' | 'B') => ({
    list: (await memberLists(db, election, kind))[0],
    documents: await documentedVersions(db, election, kind),
  })
  const lists = { A: await now('A'), B: await now('B') }
  const isOpen = (lists.B.list?.state ?? 'DRAFT') === 'DRAFT'
  return {
    lists,
    dropped: isOpen && sections ? await droppedOutOfListB(db, election) : [],
    receivers: await listReceivers(db, election),
    sendBy: lastDayToSendLists(rules, election),
    listA: await listAFigures(db, election),
    sections: sections?.map((one) => ({ ...one, needed: needed(seats.listB.get(one.section) ?? {}) })),
    ...{ acceptance, neededA: needed(seats.listA) },
    seatsA: Object.values(seats.listA).reduce((sum, many) => sum + many, 0),
  }
}
