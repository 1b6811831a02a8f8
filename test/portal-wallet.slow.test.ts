import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestPassOwner } from '../dev/seal/make-test-pass-owner.ts'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial, type TrialDeps } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type Language, languages } from '../src/platform/language.ts'
import { createPassMaker } from '../src/platform/wallet/pass-maker.ts'
import type { PortalDeps } from '../src/portal/index.ts'
import { paths } from '../src/portal/paths.ts'
import { texts } from '../src/portal/wallet/texts.ts'
import { createWeb } from '../src/server.ts'
import { citizenCookie } from './portal-citizen.ts'
import { verifyWithPkijs } from './seal/verify-with-pkijs.ts'
import { vouchForPhoneView } from './vouch-for-phone-view.ts'

/** The pass for Apple Wallet as a citizen fetches it: their own, and only where it can be made and means what it seems to. */

let trial: DeskTrial
let owner: Awaited<ReturnType<typeof makeTestPassOwner>>
let deps: TrialDeps & Pick<PortalDeps, 'passMaker'>
let election: Election
let address: string
let page: string
let first: string
let second: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  owner = await makeTestPassOwner()
  deps = { ...trial.deps, passMaker: createPassMaker(owner) }
  election = await releasedElection(trial, 20)
  await setVouchedFor(true)
  address = paths.walletPass({ election: election.electionId })
  page = paths.election({ election: election.electionId })
  first = await citizenCookie(trial, election, 1)
  second = await citizenCookie(trial, election, 2)
})
afterAll(() => trial.close())

const setVouchedFor = (isVouchedFor: boolean) =>
  trial.database.inScope(staffOf(trial.here), (db) => vouchForPhoneView(db, election, isVouchedFor))

interface Asked {
  readonly of?: string
  readonly at?: string
  readonly by?: typeof deps
}

const ask = ({ of = first, at = address, by = deps }: Asked = {}) =>
  createWeb(by).request(at, { headers: { Cookie: of } })

async function passOf(asked?: Asked) {
  const answer = await ask(asked)
  expect(answer.status).toBe(200)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return { files, pass: JSON.parse(Buffer.from(files['pass.json']!).toString('utf8')) }
}

test('it is a signed pass that no cache keeps', async () => {
  const { headers } = await ask()
  expect(headers.get('Content-Type')).toBe('application/vnd.apple.pkpass')
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="stemmen.pkpass"')
  expect(headers.get('Cache-Control')).toBe('no-store')
  const { files } = await passOf()
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['icon.png', 'icon@2x.png', 'icon@3x.png']))
  const signature = { cms: files.signature!, signed: files['manifest.json']! }
  expect(await verifyWithPkijs(signature, owner.root)).toMatchObject({ holds: true, trusted: true })
})

test('it says where, when and the number of the letter, comes up on the day, and is over after it', async () => {
  const { pass } = await passOf()
  expect(pass).toMatchObject({
    ...{ organizationName: 'Zonnedorp 1', description: `Stemmen: ${election.name}` },
    ...{ relevantDate: '2029-06-10T06:00:00Z', expirationDate: '2029-06-10T22:00:00Z' },
    ...{ sharingProhibited: true, backgroundColor: 'rgb(0, 85, 204)' },
    barcodes: [{ message: '1', altText: '1' }],
    locations: [{ latitude: expect.any(Number), longitude: expect.any(Number) }],
  })
  const { headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields } = pass.eventTicket
  expect(headerFields).toEqual([{ key: 'number', label: 'Nummer', value: '1' }])
  expect(primaryFields[0].value).toBe(election.name)
  expect(secondaryFields[0].value).toBe('zondag 10 juni 2029')
  expect(secondaryFields[1].value).toMatch(/^van 8 tot\s16\suur$/)
  expect(auxiliaryFields[1].value).toMatch(/^Stembureau \d+, /)
  expect(backFields[0].value).toMatch(/^.+\n.+\n?.*9999 Zonnedorp$/)
  expect(backFields.at(-1).value).toBe(`http://localhost${page}`)
})

test('it holds neither a name nor a national number, and nothing by which the voter is known here', async () => {
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<{ id: string; first: string; last: string; sealed: Buffer }>`
      select v.voter_id as id, v.first_names as first, v.last_name as last, v.nrn_cipher as sealed from voters.voter v
      where v.election_id = ${election.electionId} and v.list_number = 1`.execute(db),
  )
  const { id, first: firstName, last, sealed } = rows[0]!
  const { files } = await passOf()
  const text = Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join()
  for (const hidden of [id, firstName, last, trial.deps.vault.open(sealed)]) {
    expect(hidden.length).toBeGreaterThan(1)
    expect(text).not.toContain(hidden)
  }
})

describe.each(languages)('in %s', (language: Language) => {
  test('the page offers it, and it is in Dutch for the bureau and in that language for the citizen', async () => {
    const shown = await (await ask({ at: `${page}?taal=${language}` })).text()
    expect(shown).toMatch(new RegExp(`href="${address}"[^>]*>\\s*${texts[language].link}`))
    const { pass } = await passOf({ at: `${address}?taal=${language}` })
    const room = pass.eventTicket.auxiliaryFields[1]
    const own = texts[language].labels.room
    expect(room.label).toBe(language === 'nl' ? 'Stembureau' : `Stembureau · ${own}`)
    expect(pass.eventTicket.backFields.map(({ label }: { label: string }) => label)).toContain(
      texts[language].back.changes.title,
    )
  })
})

test('two citizens of one phone have a pass each, and who asks again gets the same one', async () => {
  const [mine, again, theirs] = [await passOf(), await passOf(), await passOf({ of: second })]
  expect(again.pass).toEqual(mine.pass)
  expect(theirs.pass.serialNumber).not.toBe(mine.pass.serialNumber)
  expect(theirs.pass.barcodes[0].message).toBe('2')
})

test('opening it is written down as opening the page is', async () => {
  const count = async () => {
    const events = await trial.database.inScope(staffOf(trial.here), (db) =>
      latestAuditEvents(db, trial.here, 500),
    )
    return events.filter(({ action }) => action === 'citizen.election-opened').length
  }
  const before = await count()
  await passOf()
  expect(await count()).toBe(before + 1)
})

describe('is not there, and not offered on the page', () => {
  async function expectNone(asked: Asked) {
    const answer = await ask(asked)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(await (await ask({ ...asked, at: page })).text()).not.toContain('.pkpass')
  }

  test('where an installation is not known at Apple', () => expectNone({ by: trial.deps }))

  test('when the certificate does not hold any more', async () => {
    const over = createPassMaker(await makeTestPassOwner({ until: '2029-05-01' }))
    await expectNone({ by: { ...deps, passMaker: over } })
  })

  test('after polling day', async () => {
    const clock = fixedClock('2029-06-10T22:00:00Z')
    const of = await citizenCookie({ ...trial, deps: { ...trial.deps, clock } }, election)
    await expectNone({ by: { ...deps, clock }, of })
  })

  test('when nobody vouched for what the law says about a phone', async () => {
    await setVouchedFor(false)
    await expectNone({}).finally(() => setVouchedFor(true))
  })

  test('for an election of somebody else, or none', async () => {
    for (const electionId of [trial.otherElection.electionId, trial.election.electionId, 'nergens'])
      expect((await ask({ at: paths.walletPass({ election: electionId }) })).status).toBe(404)
  })
})

test('who is not logged in is led to the login', async () => {
  const answer = await ask({ of: 'kiesloket-burger=nobody' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toContain(encodeURIComponent(address))
})
