import { type Election, getSections } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList, sumsBySection } from '../../voters/index.ts'
import { type BureauRules, type SeatRole, type Seats, seatRoles } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { countingGroupFaults } from './counting-law.ts'
import { isSure } from './is-sure.ts'
import { seatColumns } from './plan-file-format.ts'
import { type PlanRow, type PlanRowFault, planFault } from './read-plan-row.ts'
import { addedSeats } from './seats.ts'
import type { WantedBureau } from './wanted-bureau.ts'

/** What a file of bureaus is held against. */
export interface PlanGround {
  /** Codes of the buildings in the places list. */
  readonly placeCodes: ReadonlySet<string>
  /** Absent: only whether the file can be read is looked at. */
  readonly law?: PlanLaw | undefined
}

export interface PlanLaw {
  readonly rules: BureauRules
  /** The sections of the places list, each with its building; none: there is no list yet, and nobody can say which exist. */
  readonly sections: ReadonlyMap<number, string>
  /** Voters of each section, where the list is known. */
  readonly voters: ReadonlyMap<number, number>
}

/** What a file of bureaus of this election is held against, as it is known today. */
export async function planGround(db: Db, election: Election): Promise<PlanGround> {
  const { municipalityId, electionId } = election
  const sections = await getSections(db, municipalityId, electionId)
  const list = await currentList(db, municipalityId, electionId)
  const sums = list ? await sumsBySection(db, municipalityId, electionId, list.listId) : []
  return {
    placeCodes: new Set(sections.map(({ place }) => place.code)),
    law: {
      rules: loadBureauRules(election.ruleset),
      sections: new Map(sections.map(({ section, place }) => [section, place.name])),
      voters: new Map(sums.map(({ section, voters }) => [section, voters])),
    },
  }
}

/**
 * What the law of the election forbids of these bureaus, row by row, each with its article: seats of another number than it asks
 * (LPKD 37 to 48, DKD 7; KWB 94, 95), sections that do not exist, ballots counted by people where they are not or in other groups than
 * it wants (LPKD 42 and 43). What it leaves free is left free, and so are seats that are all empty: they are not known yet.
 */
export function faultsByLaw(rows: readonly PlanRow[], law: PlanLaw): PlanRowFault[] {
  return [
    ...rows.flatMap(({ row, bureau }) => [
      ...sectionFaults(row, bureau, law),
      ...seatFaults(row, bureau, law),
    ]),
    ...countingGroupFaults(rows, law.rules),
  ]
}

/** Where a polling bureau sits its section says: another building in the file would change nothing. */
function sectionFaults(row: number, { section, place }: WantedBureau, { sections }: PlanLaw): PlanRowFault[] {
  if (section === undefined || sections.size === 0) return []
  const building = sections.get(section)
  if (building === undefined) return [planFault(row, 'section', 'section-unknown', section)]
  return place === undefined || place === building
    ? []
    : [planFault(row, 'place', 'place-of-section', building)]
}

interface Asked {
  readonly seats: Seats
  /** How many may be added. */
  readonly extra: Seats
  readonly article: string
}

function seatFaults(row: number, bureau: WantedBureau, law: PlanLaw): PlanRowFault[] {
  if (!bureau.seats) return []
  const asked = askedOf(bureau, law)
  if (asked === 'no-such') return [planFault(row, 'code', 'code-of-no-bureau', bureau.code)]
  if (asked.length === 0) return []
  const wrong = asked.map((one) => wrongRoles(bureau, one))
  // Of a counting bureau the council is not in the file: it has to have the seats of one of them.
  const nearest = wrong.toSorted((one, other) => one.length - other.length)[0]!
  const { article } = asked[0]!
  return nearest.map((role) => {
    const known = [...new Set(asked.map((one) => rangeText(one, role)))].join(', ')
    return planFault(row, columnOf[role], 'seats-by-law', known, article)
  })
}

function wrongRoles({ seats = {}, extra = {} }: WantedBureau, asked: Asked): SeatRole[] {
  return seatRoles.filter((role) => {
    const [must, may] = [asked.seats[role] ?? 0, asked.extra[role] ?? 0]
    const [has, added] = [seats[role] ?? 0, extra[role] ?? 0]
    return has < must || has + added > must + may
  })
}

function rangeText({ seats, extra }: Asked, role: SeatRole): string {
  const [must, may] = [seats[role] ?? 0, extra[role] ?? 0]
  return may > 0 ? `${must}–${must + may}` : String(must)
}

const columnOf = Object.fromEntries(
  Object.entries(seatColumns).map(([column, role]) => [role, column]),
) as Record<SeatRole, keyof typeof seatColumns>

/** The seats that the law asks of this bureau, or those among which it has to be; empty: no rule that is sure says so. */
function askedOf(bureau: WantedBureau, { rules, voters }: PlanLaw): readonly Asked[] | 'no-such' {
  const { kind, code, votingMode, section = 0 } = bureau
  const exactly = (seats: Seats, article: string) => [{ seats, extra: {}, article }]
  if (kind === 'POLLING') {
    const polling = rules.polling[votingMode]
    // Without a voters list nobody can say that there are too few voters.
    const many = voters.size === 0 ? Number.POSITIVE_INFINITY : (voters.get(section) ?? 0)
    const extra = addedSeats(rules.extraPolling, votingMode, many)
    return isSure(polling) ? [{ seats: polling.value, extra, article: polling.source }] : []
  }
  if (kind === 'COUNTING') {
    const { seats } = rules.counting
    return isSure(seats)
      ? seats.value.map((one) => ({ seats: one.seats, extra: {}, article: seats.source }))
      : []
  }
  if (kind === 'MAIN') {
    const main = rules.mainBureaus.find(({ key }) => key === code)
    if (!main) return 'no-such'
    return isSure(main) ? exactly(main.seats, main.article) : []
  }
  const { value, source } = rules.deputyChairs
  // At least so many: a reserve may be as large as somebody wants, of deputy chairs alone.
  return [
    {
      seats: { DEPUTY_CHAIR: value[code as 'POLLING' | 'COUNTING'] },
      extra: { DEPUTY_CHAIR: 60 },
      article: source,
    },
  ]
}
