import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { demoElection, demoMunicipality, demoPlaces, demoVotersFile } from '../dev/demo/demo-data.ts'
import { diceFrom } from '../dev/demo/random.ts'
import { type App, openApp } from '../src/app.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { acceptList, findVoters, importVoters, listsOf, type Question } from '../src/voters/index.ts'
import { searchPage, type Times } from './search-page.ts'

/**
 * Measures how long clerks wait for an answer when they look for voters on a large list, beside a list of 4,000, and writes
 * docs/benchmarks-search.md: `node --import tsx bench/search.ts [VOTERS] [QUESTIONS]`. KIESLOKET_DATA_DIR says where the lists
 * are kept; one that is there already is used again.
 */

const small = 4_000
const large = Number(process.argv[2] ?? 400_000)
const questions = Number(process.argv[3] ?? 600)
const by = 'bench'

interface Person {
  readonly last_name: string
  readonly first_names: string
  readonly birth_date: string | null
  readonly street: string
  readonly house_number: string
  readonly list_number: number
}

const kinds = {
  'first and last name': (one: Person): Question => ({ name: `${one.first_names} ${one.last_name}` }),
  'last name, one letter wrong': (one: Person, roll: number): Question => ({
    name: `${mistyped(one.last_name, roll)} ${one.first_names}`,
  }),
  'last name alone': (one: Person): Question => ({ name: one.last_name }),
  'last name, one letter wrong, alone': (one: Person, roll: number): Question => ({
    name: mistyped(one.last_name, roll),
  }),
  'first name alone': (one: Person): Question => ({ name: one.first_names || one.last_name }),
  'beginning of a name': (one: Person): Question => ({ name: one.last_name.slice(0, 4).padEnd(2, 'a') }),
  'name and birth date': (one: Person): Question => ({
    name: one.last_name,
    birthDate: one.birth_date ?? '1980-01-01',
  }),
  'street and number': (one: Person): Question => ({ street: one.street, houseNumber: one.house_number }),
  'street alone': (one: Person): Question => ({ street: one.street }),
  'list number': (one: Person): Question => ({ listNumber: one.list_number }),
}

const app = await openApp({ ...process.env, LOG_LEVEL: 'error' })
try {
  const before = loadavg()[0]!
  const { municipalityId, settings } = await demoMunicipality(app)
  const measured = []
  for (const voters of [small, large]) {
    const election = await demoElection(app, municipalityId, voters)
    await demoPlaces(app, election, voters, settings)
    const file = await demoVotersFile(app, election, voters, settings)
    await acceptedList(app, election, file)
    measured.push(await askAll(app, election, voters))
  }
  const [ofSmall, ofLarge] = measured as [Times, Times]
  const page = searchPage({ small: ofSmall, large: ofLarge, voters: large, load: [before, loadavg()[0]!] })
  await writeFile('docs/benchmarks-search.md', page)
  console.log(page)
} finally {
  await app.close()
}

async function acceptedList(app: App, election: Election, file: string): Promise<void> {
  const { municipalityId, electionId } = election
  const lists = await app.database.inScope(staffOf(municipalityId), (db) =>
    listsOf(db, municipalityId, electionId),
  )
  if (lists.some(({ state }) => state === 'accepted')) return
  const source = { name: 'voters.csv', stream: createReadStream(file) }
  const imported = await seconds('import', () => importVoters(app, { election, source, by }))
  if (!imported.ok) throw new Error(imported.because)
  await seconds('accept, with the index', () => acceptList(app, { election, by }))
}

async function askAll(app: App, election: Election, voters: number): Promise<Times> {
  const people = await somePeople(app, election, voters)
  const dice = diceFrom(7)
  const times = new Map<string, number[]>()
  for (const person of people) {
    const kind = dice.pick(Object.keys(kinds) as (keyof typeof kinds)[])
    const question = kinds[kind](person, dice.roll())
    const start = performance.now()
    const found = await findVoters(app, { election, question, by, reason: 'bench' })
    const took = performance.now() - start
    if (!found.ok) throw new Error(`${kind}: ${found.because}`)
    times.set(kind, [...(times.get(kind) ?? []), took])
  }
  return times
}

/** Leaves a letter out, doubles one, or lets two change places. */
function mistyped(name: string, roll: number): string {
  const at = 1 + Math.floor(roll * Math.max(name.length - 2, 1))
  const [before, letter, behind] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)]
  return [
    before + behind,
    before + letter + letter + behind,
    before + behind.slice(0, 1) + letter + behind.slice(1),
  ][Math.floor(roll * 1000) % 3]!
}

async function somePeople(app: App, election: Election, voters: number): Promise<Person[]> {
  const { municipalityId, electionId } = election
  const step = Math.max(Math.floor(voters / questions), 1)
  const { rows } = await app.database.inScope(staffOf(municipalityId), (db) =>
    sql<Person>`select v.last_name, v.first_names, v.birth_date, v.list_number,
        v.list_address ->> 'street' as street, v.list_address ->> 'houseNumber' as house_number
      from voters.voter v where v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
        and v.address_kind is distinct from 'PROTECTED' and v.list_number % ${step} = 0`.execute(db),
  )
  return rows
}

async function seconds<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const answer = await work()
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return answer
}
