import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../test/html-faults.ts'
import { type Granted, grantAuthority, keptBureaus } from '../../bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  aMember,
  aPollingBureau,
  withSections,
  withVoters,
} from '../../bureaus/testing.ts'
import { addElection, type Election } from '../../elections/index.ts'
import { addMunicipality, logIn } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { sessionLimits } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor, visitorWith } from '../testing.ts'
import { texts } from './texts.nl.ts'

/** A city with two districts: the main bureau of one, and that of the provincial district, see a part of its bureaus. */

let trial: DeskTrial
let city: Election
let noord: Visitor
let province: Visitor
const numbers = { noord: '1999001239', province: '1999001338' } as const

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const document = aMunicipality(9, { districts: ['Noord', 'Zuid'] })
  const added = await addMunicipality(trial.deps, { document, by: 'test' })
  if (!added.ok) throw new Error(JSON.stringify(added))
  const election = {
    ...{ code: 'stad', name: 'Lokale verkiezingen', rulesetId: 'lpkd-2030' },
    ...{ pollingDay: '2030-10-13', votingMode: 'PAPER' },
  }
  const facts = { municipalityId: added.municipalityId, document: election, by: 'test' }
  const made = await addElection(trial.deps, facts)
  if (!made.ok) throw new Error(JSON.stringify(made))
  city = made.election
  await withSections(trial.database, city, [1, 2])
  await withVoters(trial.deps, city, 6, () => 1, [3])
  await withBureaus()
  noord = await comesFor(numbers.noord, { kind: 'DISTRICT_MAIN', district: 'Noord' })
  province = await comesFor(numbers.province, { kind: 'PROVINCE_DISTRICT_MAIN' })
})
afterAll(() => trial.close())

const paper = { votingMode: 'PAPER', seats: { CHAIR: 1, ASSESSOR: 2 } } as const
const counts = (number: string, district?: string) =>
  ({ kind: 'COUNTING', code: number[0]!, number, ...paper, ...(district && { district }) }) as const
const leads = (code: string, number: string, district?: string) =>
  ({ kind: 'MAIN', code, number, ...paper, ...(district && { district }) }) as const

/** In each somebody who is called. */
async function withBureaus(): Promise<void> {
  const polling = [
    { ...aPollingBureau(1), district: 'Noord' },
    { ...aPollingBureau(2), district: 'Zuid' },
  ]
  const main = [
    leads('MAIN_MUNICIPAL', 'HG'),
    leads('MAIN_DISTRICT', 'HS1', 'Noord'),
    leads('MAIN_DISTRICT', 'HS2', 'Zuid'),
    leads('MAIN_PROVINCE_DISTRICT', 'HP'),
  ]
  const counting = [counts('G1'), counts('P1'), counts('S1', 'Noord'), counts('S2', 'Zuid')]
  await adopted(trial.deps, city, [...polling, ...counting, ...main])
  for (const [at, { seats }] of (await kept()).entries())
    await aCalledMember(trial.deps, {
      ...{ election: city, seatId: seats[0]!.seatId },
      memberId: await aMember(trial.deps, city, 50 + at),
    })
}

const kept = () => trial.database.inScope(staffOf(city.municipalityId), (db) => keptBureaus(db, city))

async function comesFor(organisation: string, granted: Granted): Promise<Visitor> {
  const authority = { enterpriseNumber: organisation, name: `Hoofdbureau ${organisation}`, ...granted }
  const answer = await grantAuthority(trial.deps, { election: city, authority, by: 'test' })
  if (!answer.ok) throw new Error(answer.because)
  const who = {
    issuer: 'test',
    subject: organisation,
    name: 'De voorzitter',
    targetGroup: 'EA',
    organisation,
  }
  const identity = {
    ...{ ...who, authenticatedAt: trial.deps.clock.now() },
    roles: [{ role: 'magistraat', organisations: [organisation] }],
  }
  const entered = await logIn(trial.deps, { identity, limits: sessionLimits(trial.deps) })
  if (!entered.ok) throw new Error(entered.because)
  return visitorWith(trial.web, trial.deps.vault, entered)
}

const election = 'stad'
const statusOf = async (visitor: Visitor, address: string) => (await visitor.get(address)).status
const read = async (visitor: Visitor, address: string) => (await visitor.get(address)).text()
const openedBy = async (visitor: Visitor) => {
  const opened: string[] = []
  for (const { number } of await kept())
    if ((await statusOf(visitor, paths.bureau({ election, number }))) === 200) opened.push(number)
  return opened
}
/** Bureaus of which the page says something. */
const namedOn = (html: string) =>
  [...html.matchAll(/(?:Stembureau|Telbureau|Hoofdbureau) ([A-Z]{0,2}\d?)(?=<|\s*<)/g)].map(
    ([, number]) => number,
  )

async function seatOf(number: string, at: number): Promise<string> {
  const bureau = (await kept()).find((one) => one.number === number)!
  return paths.chooseForSeat({ election, number, seat: bureau.seats[at]!.seatId })
}

describe('the main bureau of a district', () => {
  test('sees and opens the polling bureaus, S and the main bureau of its own district', async () => {
    const overview = await read(noord, paths.bureaus({ election }))
    expect(await htmlFaults(overview)).toEqual([])
    expect(namedOn(overview)).toEqual(['1', 'S1', 'HS1'])
    expect(overview).toContain('van het district Noord')
    expect(await openedBy(noord)).toEqual(['1', 'S1', 'HS1'])
    const area = await read(noord, paths.areaBureaus())
    expect(namedOn(area)).toEqual(['1', 'S1', 'HS1'])
    expect(namedOn(await read(noord, paths.bureauBoard({ election })))).toEqual(['1', 'S1', 'HS1'])
  })

  test('has no right to the rest of the work on the bureaus', async () => {
    for (const address of [
      paths.trainings({ election }),
      paths.volunteers({ election }),
      paths.absences({ election }),
      paths.draw({ election }),
      paths.excuses({ election }),
      paths.bureauProposals({ election }),
      paths.bureauPlanFile({ election, format: 'bureaus.csv' }),
      paths.bureauDay({ election, number: 1 }),
      paths.memberLetters({ election }),
    ])
      expect(await statusOf(noord, address), address).toBe(403)
  })

  test('begins with the seats that its chair picks, and names voters for those alone', async () => {
    const start = await read(noord, paths.start())
    expect(await htmlFaults(start)).toEqual([])
    expect(start).toContain('HS1, Zonnedorp 9')
    expect(start).not.toContain('HS2, Zonnedorp 9')
    expect(start, 'nothing waits for who decides on nobody').not.toContain(paths.areaProposals())
    expect(start).not.toContain(paths.areaExcuses())
    expect(start).toContain(paths.areaCompositions())
    const bureau = await read(noord, paths.bureau({ election, number: 'HS1' }))
    expect(bureau).toContain(await seatOf('HS1', 1))
    for (const number of ['HS2', 'HG', 'HP'])
      expect(await statusOf(noord, await seatOf(number, 1)), number).toBe(404)
    const chosen = await noord.post(await seatOf('HS1', 1), { lijstnummer: '1', familienaam: 'Peeters' })
    expect(chosen.status).toBe(303)
    const after = await read(noord, paths.bureau({ election, number: 'HS1' }))
    expect(after).toContain(texts.states.DESIGNATED)
    const timeline = /href="([^"]+)">[^<]*<span class="govuk-visually-hidden"> [^<]*Peeters Lotte/.exec(after)
    expect(await statusOf(noord, timeline![1]!)).toBe(200)
    expect(await read(noord, paths.bureau({ election, number: 1 }))).not.toContain(texts.bureau.timeline)
  })

  test('gets the composition of its bureaus, and of no other', async () => {
    const clerk = await clerkOfCity()
    const page = await read(clerk, paths.compositions({ election }))
    expect(page).toContain('van het district Noord')
    expect((await clerk.post(paths.compositions({ election }), { aan: numbers.noord })).status).toBe(303)
    const listed = await read(noord, paths.compositions({ election }))
    const opened = await read(noord, /href="(\/loket\/[^"]*samenstelling\/[^"]+)"/.exec(listed)![1]!)
    expect(new Set(namedOn(opened))).toEqual(new Set(['1', 'S1', 'HS1']))
  })
})

async function clerkOfCity(): Promise<Visitor> {
  const { enterpriseNumber: organisation } = aMunicipality(9)
  const who = { issuer: 'test', subject: 'clerk', name: 'Sara', targetGroup: 'LB', organisation }
  const entered = await logIn(trial.deps, {
    identity: { ...who, roles: [{ role: 'stembureaus', organisations: [organisation] }] },
    limits: sessionLimits(trial.deps),
  })
  if (!entered.ok) throw new Error(entered.because)
  return visitorWith(trial.web, trial.deps.vault, entered)
}

describe('the main bureau of a provincial district', () => {
  test('sees how polling bureaus and P stand, and opens P and itself', async () => {
    expect(namedOn(await read(province, paths.bureaus({ election })))).toEqual(['1', '2', 'P1', 'HP'])
    expect(await openedBy(province)).toEqual(['P1', 'HP'])
    const area = await read(province, paths.areaBureaus())
    expect(area).not.toContain(`"${paths.bureau({ election, number: 1 })}"`)
    expect(area).toContain(`"${paths.bureau({ election, number: 'P1' })}"`)
  })

  test('has only Belgians', async () => {
    const address = await seatOf('HP', 1)
    const refused = await province.post(address, { lijstnummer: '4', familienaam: 'Peeters' })
    expect([refused.status, (await refused.text()).includes('Deze persoon')]).toEqual([422, true])
    const taken = await noord.post(await seatOf('HS1', 2), { lijstnummer: '4', familienaam: 'Peeters' })
    expect(taken.status, 'in the main bureau of a district they may sit').toBe(303)
    expect((await province.post(address, { lijstnummer: '2', familienaam: 'Peeters' })).status).toBe(303)
  })
})

describe('a grant', () => {
  const grant = (granted: Granted, to: Election = city) => {
    const authority = { enterpriseNumber: '1999001437', name: 'Hoofdbureau', ...granted }
    return grantAuthority(trial.deps, { election: to, authority, by: 'test' })
  }

  test('names the district in a city that has some, and nowhere else', async () => {
    expect(await grant({ kind: 'DISTRICT_MAIN' })).toMatchObject({ because: 'district-missing' })
    const unknown = { kind: 'DISTRICT_MAIN', district: 'West' } as const
    expect(await grant(unknown)).toMatchObject({ because: 'no-such-district' })
    const court = { kind: 'COURT', district: 'Noord' } as const
    expect(await grant(court)).toMatchObject({ because: 'no-such-district' })
  })

  test('is of a main bureau that such an election has', async () => {
    const because = 'no-such-authority-in-election'
    expect(await grant({ kind: 'CONSTITUENCY_MAIN' })).toMatchObject({ because })
    expect(await grant({ kind: 'DISTRICT_MAIN' }, trial.election)).toMatchObject({ because })
    expect((await grant({ kind: 'CONSTITUENCY_MAIN' }, trial.election)).ok).toBe(true)
  })
})
