import { type Election, getSections, type Section } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import type { ListedPerson } from '../assigning/seating.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { listedPeople } from '../listing/listed-overview.ts'
import { placesByLot } from '../listing/lot-of-list-a-overview.ts'
import { memberLists } from '../listing/member-list-store.ts'
import { everCalled } from '../listing/queue-overview.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { keptService } from '../serving/served-overview.ts'
import { memberFrom, volunteersToSeat } from '../volunteers/next-volunteer.ts'
import { drawnToSeat } from './drawn-to-seat-overview.ts'
import { earlierService, type Service } from './earlier-service-overview.ts'
import { ageOn, householdAt, type SeatCandidate, voterOf } from './seat-candidate.ts'

/** Who is taken from where; absent lists give nobody. */
export interface CandidatesOfLists {
  readonly listA: readonly SeatCandidate[]
  readonly listB: readonly SeatCandidate[]
  readonly volunteers: readonly SeatCandidate[]
}

interface Known {
  readonly election: Election
  readonly rules: BureauRules
  readonly sections: readonly Section[]
  readonly service: ReadonlyMap<string, Service>
}

/**
 * Everybody who may be proposed today: of list A as the college adopted it, of list B as it was drawn, and who offered to come and
 * was accepted. Who was ever proposed is not among them: whoever it is comes once.
 */
export async function candidatesOfLists(
  db: Db,
  election: Election,
  vault: Pick<Vault, 'open'>,
): Promise<CandidatesOfLists> {
  const rules = loadBureauRules(election.ruleset)
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const bureaus = await keptBureaus(db, election)
  const service = new Map([
    ...(await keptService(db, vault, election)),
    ...(await earlierService(db, election, bureaus)),
  ])
  const known = { election, rules, sections, service }
  return {
    listA: await ofListA(db, known),
    listB: await ofListB(db, known, bureaus),
    volunteers: await ofVolunteers(db, known),
  }
}

async function ofListA(db: Db, known: Known): Promise<SeatCandidate[]> {
  const { election, rules } = known
  const [list] = await memberLists(db, election, 'A')
  if (list?.state !== 'ADOPTED' && list?.state !== 'SENT') return []
  const called = await everCalled(db, election)
  const isByLot = rules.categorySelection.value === 'RANDOM'
  const draw = isByLot ? await currentDraw(db, election) : undefined
  const ranks = draw?.state === 'DRAWN' ? await placesByLot(db, election, draw) : undefined
  return (await listedPeople(db, election, rules)).flatMap((listed) => {
    const { nrnCipher, nrnIndex, lastName, firstNames, birthDate, address, section, entries } = listed
    const id = nrnIndex.toString('hex')
    const drawRank = ranks?.get(id)
    if (listed.whyNot.length > 0 || called.has(id) || (isByLot && drawRank === undefined)) return []
    const { category, place: order } = entries[0]!
    return [
      {
        origin: 'CATEGORY',
        member: {
          ...{ nrnCipher, nrnIndex, lastName, firstNames },
          ...(birthDate && { birthDate }),
          ...(address && { address }),
        },
        person: {
          ...{ id, list: 'A', category, order, drawRank },
          ...personAt(known, { id, section, birthDate, address }),
        },
      },
    ]
  })
}

/** As many of each section as list B has names, or as there are seats when that is more: who can't come is replaced by the next. */
async function ofListB(db: Db, known: Known, bureaus: readonly KeptBureau[]): Promise<SeatCandidate[]> {
  const { election } = known
  const seats = new Map(bureaus.map(({ section, seats }) => [section, seats.length]))
  return (await drawnToSeat(db, election, seats)).map(({ section, rank, address, household, ...member }) => ({
    origin: 'DRAW',
    member: {
      ...member,
      ...(address && { address }),
    },
    person: {
      ...{ id: member.nrnIndex.toString('hex'), list: 'B', drawRank: rank },
      ...personAt(known, {
        ...{ id: member.nrnIndex.toString('hex'), section, birthDate: member.birthDate, address: household },
      }),
    },
  }))
}

/** Who offered to come, as list `OTHER`: after the lists, and only to seats that they offered to take. */
async function ofVolunteers(db: Db, known: Known): Promise<SeatCandidate[]> {
  return (await volunteersToSeat(db, known.election)).flatMap(({ volunteer, offers }) => {
    if (offers.length === 0) return []
    const { nrnIndex, section, birthDate, voter } = volunteer
    const id = nrnIndex.toString('hex')
    const at = { id, section: section ?? undefined, birthDate, address: voter?.address ?? undefined }
    return [
      {
        origin: 'VOLUNTEER',
        member: memberFrom(volunteer),
        person: { ...{ id, list: 'OTHER', offers }, ...personAt(known, at) },
      },
    ]
  })
}

interface At {
  readonly id: string
  readonly section: number | undefined
  readonly birthDate: string | undefined
  readonly address: Parameters<typeof householdAt>[0] | undefined
}

/** What is known of anybody. No address has a point on the map here: the place where somebody votes stands for where they live. */
function personAt(
  { election, rules, sections, service }: Known,
  { id, section, birthDate, address }: At,
): Omit<ListedPerson, 'id' | 'list'> {
  const home = sections.find((one) => one.section === section)?.place.details.coordinates
  const served = service.get(id)
  return {
    ...{ belgian: true, candidate: false }, // who is not, or is, was left out by the lists
    age: birthDate ? ageOn(election.pollingDay, birthDate) : rules.members.value.fromAge,
    voterOf: voterOf(section, section !== undefined),
    ...(home && { home, homeIsWhereTheyVote: true }),
    household: address && householdAt(address),
    experienced: served !== undefined,
    chairedLast: served?.chaired,
  }
}
