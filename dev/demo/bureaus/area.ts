import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { App } from '../../../src/app.ts'
import {
  adoptPlan,
  designate,
  grantAuthority,
  planElection,
  proposeMember,
  recordMember,
  sendComposition,
  wantedBureaus,
} from '../../../src/bureaus/index.ts'
import { addElection, type Election, findElection, importPlaces } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import type { NationalNumber } from '../../../src/platform/national-number.ts'
import { court, demoTown } from '../demo-data.ts'
import { expectOk } from '../expect-ok.ts'
import { lastNames, womensNames } from '../names.ts'
import { placesCsv } from '../places.ts'
import { diceFrom } from '../random.ts'
import { line } from '../tell.ts'
import { testNumbers } from '../test-numbers.ts'
import { chooseInMainBureau } from './main-bureau.ts'
import { bureausOf } from './story.ts'

const by = 'demo'
const sections = [1, 2, 3]
/** Of the first bureau: so many proposed, of whom so many designated. */
const [proposed, designated] = [7, 4]

/** Main bureau of the town with forty bureaus: it sees them, and gets who sits there. */
const mainBureau = {
  enterpriseNumber: '1999001140',
  name: 'Gemeentelijk hoofdbureau van Sterrendorp',
  kind: 'MUNICIPAL_MAIN',
} as const

/** That of the provincial district in which both towns lie: it sees how polling bureaus and counting bureaus P stand, and picks its own members. */
const provinceMainBureau = {
  enterpriseNumber: '1999001239',
  name: 'Provinciedistrictshoofdbureau Sterrendorp',
  kind: 'PROVINCE_DISTRICT_MAIN',
} as const

/** The court has a second municipality in its area on that day, with three bureaus; it and the main bureau of the town got a composition of the first. */
export async function demoArea(app: App, town: Election): Promise<void> {
  const { municipalityId, settings } = await demoTown(app, 'municipality-maandorp.json')
  const document = JSON.parse(await readFile(join(import.meta.dirname, '../election-2030.json'), 'utf8'))
  const known = await app.database.inScope(staffOf(municipalityId), (db) =>
    findElection(db, municipalityId, document.code),
  )
  if (known) return
  const added = await addElection(app, { municipalityId, document, by, besideOthers: true })
  const { election } = expectOk('the election of the neighbour', added)
  const { postcode, city } = settings.contact.address
  const places = Readable.from([Buffer.from(placesCsv(sections, postcode, city))])
  expectOk('its places', await importPlaces(app, { election, stream: places, by }))
  const typed = { firstNumber: 1, seatsToFill: { G: 19, P: 8 } }
  const { plan } = expectOk('its plan', await planElection(app, election, typed))
  const wanted = wantedBureaus(plan, election.votingMode)
  expectOk('its bureaus', await adoptPlan(app, { election, wanted, by }))
  await fillFirst(app, election)
  expectOk('its court', await grantAuthority(app, { election, authority: court, by }))
  expectOk('the main bureau', await grantAuthority(app, { election: town, authority: mainBureau, by }))
  for (const one of [town, election])
    expectOk(
      'the main bureau of the provincial district',
      await grantAuthority(app, { election: one, authority: provinceMainBureau, by }),
    )
  await chooseInMainBureau(app, town)
  for (const { enterpriseNumber } of [court, mainBureau])
    expectOk('the composition', await sendComposition(app, { election: town, enterpriseNumber, by }))
  line(`${settings.name} is in the area of the same court, with ${wanted.length} bureaus`)
}

async function fillFirst(app: App, election: Election): Promise<void> {
  const dice = diceFrom(31)
  const numberFor = testNumbers(dice)
  const [first] = await bureausOf(app, election)
  const seats = first!.seats.filter(({ role, optional }) => role !== 'SECRETARY' && !optional)
  for (const [at, { seatId }] of seats.slice(0, proposed).entries()) {
    const nationalNumber = numberFor({ date: `19${60 + at}-04-12`, woman: true }) as NationalNumber
    const named = { lastName: dice.pick(lastNames), firstNames: dice.pick(womensNames) }
    const member = { nationalNumber, ...named }
    const memberId = await recordMember(app, { election, member, by })
    const act = { election, by, authority: 'municipality' } as const
    const { assignment } = expectOk(
      'a proposal of the neighbour',
      await proposeMember(app, { ...act, seatId, memberId, origin: 'OTHER' }),
    )
    const sign = { election, assignmentId: assignment.assignmentId, by: 'Marie Dubois' }
    if (at < designated) expectOk('a designation', await designate(app, { ...sign, authority: 'magistrate' }))
  }
}
