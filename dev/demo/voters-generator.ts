import type { VoterCategory } from '../../src/elections/index.ts'
import { csvRows } from '../../src/platform/csv/write-csv.ts'
import { type ColumnName, listColumns } from '../../src/voters/index.ts'
import { type AwkwardPerson, awkwardPeople } from './awkward-people.ts'
import { lastNames, mensNames, namesFromElsewhere, streets, womensNames } from './names.ts'
import { type Dice, diceFrom } from './random.ts'
import { testNumbers } from './test-numbers.ts'

export interface DemoVoters {
  readonly seed: number
  readonly voters: number
  readonly sections: readonly number[]
  /** `yyyy-mm-dd`: on this day everybody has the age of the category. */
  readonly pollingDay: string
  /** Categories that have a vote in the election. */
  readonly categories: readonly VoterCategory[]
  readonly postcode: string
  readonly city: string
}

type Row = Partial<Record<ColumnName, string>>

/** Out of a thousand. */
const shares: Readonly<Record<VoterCategory, number>> = {
  BELGIAN: 930,
  BELGIAN_16_17: 25,
  EU: 22,
  EU_16_17: 2,
  NON_EU: 9,
  BELGIAN_ABROAD: 12,
}

/**
 * The voters list of an invented municipality as CSV, in chunks and constant memory: the same bytes for the same
 * facts. Awkward people are spread over it; a list shorter than their number has the first of them.
 */
export async function* generateVoters(demo: DemoVoters): AsyncGenerator<Buffer> {
  yield Buffer.from(csvRows([listColumns.map(({ name }) => name)]))
  let rows: string[][] = []
  for (const row of people(demo)) {
    rows.push(listColumns.map(({ name }) => row[name] ?? ''))
    if (rows.length < 1000) continue
    yield Buffer.from(csvRows(rows))
    rows = []
  }
  if (rows.length > 0) yield Buffer.from(csvRows(rows))
}

function* people(demo: DemoVoters): Generator<Row> {
  const dice = diceFrom(demo.seed)
  const numberFor = testNumbers(dice)
  const awkward = awkwardPlaces(demo)
  const home = homes(demo, dice)
  const draw = demo.categories.flatMap((category) =>
    new Array<VoterCategory>(shares[category]).fill(category),
  )
  for (let place = 0; place < demo.voters; place++) {
    const odd = awkward.get(place)
    const category = odd ? categoryOf(odd) : dice.pick(draw)
    const woman = dice.roll() < 0.51
    const birth = birthDate(demo.pollingDay, odd?.age ?? drawAge(category, dice), dice)
    const date = odd?.birthDayUnknown ? `${birth.slice(0, 8)}00` : birth
    yield {
      list_number: String(place + 1),
      national_number: numberFor({ date, woman }),
      birth_date: odd?.birthDayUnknown ? '' : birth,
      category,
      ...ordinaryName(woman, dice),
      ...home(place),
      ...(category === 'BELGIAN_ABROAD' && !odd && abroad(dice)),
      ...oddities(dice),
      ...odd?.cells,
    }
  }
}

function awkwardPlaces({ voters, categories }: DemoVoters): Map<number, AwkwardPerson> {
  const fitting = awkwardPeople.filter((person) => categories.includes(categoryOf(person))).slice(0, voters)
  return new Map(
    fitting.map((person, index) => [Math.floor(((index + 0.5) * voters) / fitting.length), person]),
  )
}

function categoryOf(person: AwkwardPerson): VoterCategory {
  return person.abroad ? 'BELGIAN_ABROAD' : 'BELGIAN'
}

function drawAge(category: VoterCategory, dice: Dice): number {
  if (category.endsWith('_16_17')) return 16 + dice.below(2)
  return 18 + Math.floor(dice.roll() * 64 + dice.roll() ** 4 * 18)
}

/** A birth date that makes this age on polling day. */
function birthDate(pollingDay: string, age: number, dice: Dice): string {
  const birth = new Date(`${Number(pollingDay.slice(0, 4)) - age}${pollingDay.slice(4)}T00:00:00Z`)
  birth.setUTCDate(birth.getUTCDate() - dice.below(365))
  return birth.toISOString().slice(0, 10)
}

function ordinaryName(woman: boolean, dice: Dice): Row {
  const first = dice.pick(woman ? womensNames : mensNames)
  const second = dice.roll() < 0.4 ? ` ${dice.pick(woman ? womensNames : mensNames)}` : ''
  const last = dice.pick(dice.roll() < 0.06 ? namesFromElsewhere : lastNames)
  const joined = dice.roll() < 0.03 ? `-${dice.pick(lastNames)}` : ''
  return { last_name: last + joined, first_names: first + second }
}

/** Sections one after the other; in each its own streets, house by house, one to four voters in a house. */
function homes({ voters, sections, postcode, city }: DemoVoters, dice: Dice): (place: number) => Row {
  let left = 0
  let house: Row = {}
  const streetsEach = Math.max(1, Math.floor(streets.length / sections.length))
  return (place) => {
    const index = Math.floor((place * sections.length) / voters)
    const section = String(sections[index])
    if (left === 0 || house.section !== section) {
      left = 1 + dice.below(4)
      const street = streets[(index * streetsEach + dice.below(streetsEach)) % streets.length]!
      const box = dice.roll() < 0.15 ? String(1 + dice.below(40)) : ''
      house = { section, street, house_number: String(1 + dice.below(240)), box, postcode, city }
    }
    left--
    return house
  }
}

function abroad(dice: Dice): Row {
  const [postcode, city, country] = dice.pick([
    ['75011', 'Paris', 'FR'],
    ['1012 AB', 'Amsterdam', 'NL'],
    ['10115', 'Berlin', 'DE'],
    ['29601', 'Marbella', 'ES'],
    ['', 'Kinshasa', 'CD'],
  ] as const)
  return { postcode, city, country, box: '' }
}

/** A few in a thousand have moved since, or cannot be reached by post. */
function oddities(dice: Dice): Row {
  const chance = dice.roll()
  if (chance < 0.0005) return { no_post: 'GONE' }
  if (chance < 0.0015) return { no_post: 'RETURNED' }
  if (chance > 0.01) return {}
  return {
    delivery_street: dice.pick(streets),
    delivery_house_number: String(1 + dice.below(200)),
    delivery_postcode: '8999',
    delivery_city: 'Duinendorp',
  }
}
