import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../test/html-faults.ts'
import { endAuthority, grantAuthority } from '../../bureaus/index.ts'
import { candidatesAre, withSections } from '../../bureaus/testing.ts'
import { addElection } from '../../elections/index.ts'
import { logIn } from '../../municipalities/index.ts'
import { createWeb } from '../../server.ts'
import { testNumber } from '../../voters/testing.ts'
import { sessionLimits } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { keptOutTexts } from './propose-texts.nl.ts'
import { texts as paper } from './signing/texts.nl.ts'
import { texts } from './texts.nl.ts'

/** A magistrate comes for a court, and decides; the municipality proposes, and does not. */

let trial: DeskTrial
let clerk: Visitor
let magistrate: Visitor
let election: string
const court = '1999000744'
const authority = { enterpriseNumber: court, name: 'Vredegerecht', kind: 'COURT' } as const

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('magistraat')
  election = trial.election.code
  await withSections(trial.database, trial.election, [1, 2])
  const plan = await read(clerk, paths.bureauPlan({ election }))
  const gezien = /name="gezien" value="(\w+)"/.exec(plan)![1]!
  await clerk.post(paths.bureauPlan({ election }), { gezien })
  for (const n of [1, 2, 3, 4]) await proposed(n)
})
afterAll(() => trial.close())

const read = async (visitor: Visitor, address: string) => (await visitor.get(address)).text()
const proposals = () => paths.bureauProposals({ election })

async function proposed(n: number): Promise<void> {
  const seat = /\/voordracht\/([\w-]+)/.exec(await read(clerk, paths.bureau({ election, number: 1 })))![1]!
  const fields = { nummer: testNumber(n), familienaam: `Persoon ${n}` }
  await clerk.post(paths.proposeForSeat({ election, number: 1, seat }), fields)
}

/** Ids and versions of those who wait, as the page names them. */
const waiting = async () =>
  [...(await read(magistrate, proposals())).matchAll(/name="voordracht" value="([^"]+)"/g)].map(
    ([, value]) => value!,
  )
const signed = (...what: string[]) =>
  trial.web.request(paths.designateProposals({ election }), {
    method: 'POST',
    headers: { Cookie: magistrate.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([
      ['_csrf', magistrate.csrf],
      ...what.map((value): [string, string] => ['voordracht', value]),
    ]).toString(),
  })

describe('who comes for a court', () => {
  test('sees what is granted, and nothing of voters, letters or the campaign', async () => {
    const start = await read(magistrate, paths.start())
    expect(start).toContain(paths.bureaus({ election }))
    expect(start).not.toContain(`"${paths.election({ election })}"`)
    for (const address of [
      paths.election({ election }),
      paths.voters({ election }),
      paths.voterSearch({ election }),
      paths.letters({ election }),
      paths.deliveries({ election }),
      paths.duplicates({ election }),
      paths.bureauPlan({ election }),
      paths.audit(),
    ])
      expect((await magistrate.get(address)).status, address).toBe(403)
    expect((await magistrate.get(paths.bureau({ election, number: 1 }))).status).toBe(200)
  })

  test('reads who asks to be excused, to decide on it', async () => {
    expect((await magistrate.get(paths.excuses({ election }))).status).toBe(200)
  })

  test('sees no election that was not granted, here or in another area', async () => {
    const file = JSON.parse(readFileSync('dev/demo/election-2029.json', 'utf8'))
    const document = { ...file, code: 'andere' }
    const facts = { municipalityId: trial.here, document, by: 'test', besideOthers: true }
    const added = await addElection(trial.deps, facts)
    expect(added.ok).toBe(true)
    expect((await magistrate.get(paths.bureaus({ election: 'andere' }))).status).toBe(404)
    const other = trial.otherElection.code
    expect((await magistrate.get(paths.bureaus({ election: other }))).status).toBe(404)
    expect((await magistrate.post(paths.otherMunicipality(), { gemeente: 'zonnedorp-2' })).status).toBe(404)
  })

  test('goes to the other municipality of the area, and the session before is over', async () => {
    const area = { election: trial.otherElection, authority, by: 'test' }
    expect((await grantAuthority(trial.deps, area)).ok).toBe(true)
    const visitor = await trial.visitor('magistraat')
    const moved = await visitor.post(paths.otherMunicipality(), { gemeente: 'zonnedorp-2' })
    expect(moved.status).toBe(303)
    const cookie = /kiesloket=[^;]+/.exec(moved.headers.get('set-cookie') ?? '')![0]
    const there = await visitor.get(paths.start(), { Cookie: cookie })
    expect(await there.text()).toContain(paths.bureaus({ election: trial.otherElection.code }))
    expect((await visitor.get(paths.start())).headers.get('Location')).toContain(paths.signIn())
    await endAuthority(trial.deps, { ...area, enterpriseNumber: court })
    expect((await visitor.get(paths.start(), { Cookie: cookie })).status, 'taken back').toBe(303)
  })

  test('does not come in without a role there, nor for a court without a grant', async () => {
    const entering = (organisation: string, role: string) =>
      logIn(trial.deps, {
        identity: {
          ...{ issuer: 'test', subject: 'somebody', name: 'Iemand', targetGroup: 'EA', organisation },
          roles: [{ role, organisations: [organisation] }],
        },
        limits: sessionLimits(trial.deps),
      })
    expect(await entering(court, 'medewerker')).toMatchObject({ because: 'no-access' })
    expect(await entering('1999000942', 'magistraat')).toMatchObject({ because: 'no-access' })
    expect(await entering("1' or '1", 'magistraat')).toMatchObject({ because: 'no-access' })
  })

  test('is no municipality', async () => {
    const grant = (enterpriseNumber: string) =>
      grantAuthority(trial.deps, {
        ...{ election: trial.election, authority: { ...authority, enterpriseNumber }, by: 'test' },
      })
    expect(await grant('1999000546')).toMatchObject({ because: 'is-a-municipality' })
    expect(await grant('1999000745')).toMatchObject({ because: 'not-an-enterprise' })
  })
})

describe('a proposal', () => {
  test('is not signed by who keeps the bureaus, not even with a magistrate’s role at the municipality', async () => {
    const [one] = await waiting()
    const both = await logIn(trial.deps, {
      identity: {
        ...{ issuer: 'test', subject: 'both', name: 'Iemand', targetGroup: 'LB', organisation: '1999000150' },
        roles: ['stembureaus', 'magistraat', 'griffier'].map((role) => ({
          ...{ role, organisations: ['1999000150'] },
        })),
      },
      limits: sessionLimits(trial.deps),
    })
    expect(both.ok).toBe(true)
    const cookie = both.ok ? `kiesloket=${both.token}` : ''
    expect((await clerk.get(proposals(), { Cookie: cookie })).status).toBe(403)
    expect((await clerk.post(paths.designateProposals({ election }), { voordracht: one! })).status).toBe(403)
    expect(await waiting()).toHaveLength(4)
  })

  test('is refused with a reason, and the municipality reads why', async () => {
    const [assignment] = (await waiting())[0]!.split(' ')
    const address = paths.refuseProposal({ election, assignment: assignment! })
    expect((await magistrate.post(address, {})).status).toBe(422)
    expect((await magistrate.post(address, { weigering: 'woont te ver' })).status).toBe(303)
    const timeline = await read(clerk, paths.bureauAssignment({ election, assignment: assignment! }))
    expect(timeline).toContain(texts.refused)
    expect(timeline).toContain('woont te ver')
  })

  test('is signed with the others, and one that went meanwhile keeps nobody back', async () => {
    const [first, second, ...rest] = await waiting()
    const [assignment] = first!.split(' ')
    await clerk.post(paths.withdrawProposal({ election, assignment: assignment! }), { reden: 'ziek' })
    const answer = await signed(first!, second!)
    expect(answer.headers.get('Location')).toContain('designated-partly')
    expect(await waiting()).toEqual(rest)
    const again = await signed(second!)
    const said = await again.text()
    expect([
      again.status,
      /Deze persoon is al aangewezen, op [^<]+\. Er is niets meer te tekenen/.test(said),
    ]).toEqual([...[422, true]])
    expect(await htmlFaults(said)).toEqual([])
    const nobody = await signed()
    expect([nobody.status, (await nobody.text()).includes(texts.proposals.nobodyTicked)]).toEqual([422, true])
    const page = await read(magistrate, proposals())
    expect([...page.matchAll(/name="voordracht"[^>]+checked/g)], 'all of them at first').toHaveLength(
      rest.length,
    )
    const kept = await (await signed('x', second!)).text()
    expect([...kept.matchAll(/name="voordracht"[^>]+checked/g)], 'who was left out stays so').toHaveLength(0)
    const none = await (
      await magistrate.post(paths.designateProposals({ election }), { getekend: 'ja' })
    ).text()
    expect(none).toContain('name="getekend" value="ja"')
    expect([...none.matchAll(/name="voordracht"[^>]+checked/g)], 'nobody stays nobody').toHaveLength(0)
    expect(await read(clerk, paths.bureau({ election, number: 1 }))).toContain(texts.states.DESIGNATED)
  })

  test('that was signed on paper is written down by a clerk, with the day and who', async () => {
    const [assignment] = (await waiting())[0]!.split(' ')
    const address = paths.designatedOnPaper({ election })
    const page = await read(clerk, address)
    const voordracht = new RegExp(`value="(${assignment} \\d+)"`).exec(page)![1]!
    const kenmerk = /<code>([^<]+)<\/code>/.exec(page)![1]!
    const printed = Buffer.from(await (await clerk.get(paths.signingSheet({ election }))).arrayBuffer())
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
    const scan = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(1000)])
    const records = (fields: Readonly<Record<string, string>>, file: Uint8Array<ArrayBuffer> = scan) =>
      clerk.upload(address, 'blad', file, { voordracht, ...fields })
    const day = { 'getekend-day': '2', 'getekend-month': '5', 'getekend-year': '2029' }
    const good = { ...day, wie: 'Marie', kenmerk }
    const { missing, future, before, otherList, refused } = paper.page.record
    for (const [answer, said] of [
      [await records({ wie: 'Marie' }), missing.day],
      [await records({ ...good, 'getekend-year': '2031' }), future],
      [await records({ ...good, 'getekend-day': '1' }), before],
      [await records({ ...good, kenmerk: '' }), missing.digest],
      [await records({ ...good, kenmerk: 'geen', nagekeken: 'ja' }), refused['mark-missing']],
      [await records({ ...good, kenmerk: '0000 0000 0000 0000' }), otherList],
      [await records(good, scan.subarray(0, 60)), refused['evidence-too-small']],
      [await records({ ...good, voordracht: '' }), refused['nobody-chosen']],
      [await records(good, Buffer.from('<html>%PDF-')), refused['evidence-kind-unknown']],
      [await records(good, Buffer.from('%PDF-1.7'.padEnd(1000))), refused['evidence-broken']],
    ] as const) {
      const text = await answer.text()
      expect([answer.status, text.includes(said)], said).toEqual([422, true])
      expect(await htmlFaults(text)).toEqual([])
    }
    expect((await magistrate.post(address, good)).status).toBe(403)
    expect(await waiting(), 'nothing was recorded').toHaveLength(1)
    expect((await records(good)).status).toBe(303)
    const timeline = await read(clerk, paths.bureauAssignment({ election, assignment: assignment! }))
    expect(timeline).toContain('Op papier getekend door Marie')
    const [, sheet] = /href="([^"]+\/getekend\/[\w-]+)"/.exec(timeline)!
    for (const reader of [clerk, magistrate]) {
      const opened = await reader.get(sheet!)
      expect(Buffer.from(await opened.arrayBuffer())).toEqual(scan)
      expect(opened.headers.get('content-disposition')).toContain('getekend-blad.jpg')
    }
    const elsewhere = await trial.visitor('stembureaus', { at: 'elsewhere' })
    expect((await elsewhere.get(sheet!)).status).toBe(404)
    expect((await (await trial.visitor('medewerker')).get(sheet!)).status).toBe(403)
    expect(await waiting()).toHaveLength(0)
  })

  test('after the last day says so, and counts all the same', async () => {
    await proposed(5)
    expect(await read(magistrate, proposals())).toContain('Aanwijzen kan tot en met')
    const now = trial.deps.clock.now().toISOString()
    trial.deps.clock.moveTo('2029-06-09T10:00:00Z')
    magistrate = await trial.visitor('magistraat')
    expect(await read(magistrate, proposals())).toContain('De laatste dag om aan te wijzen was')
    expect((await signed((await waiting())[0]!)).status).toBe(303)
    trial.deps.clock.moveTo(now)
  })
})

test('who becomes a candidate after it is told on the overview, and the magistrate takes the designation back', async () => {
  const overview = paths.bureaus({ election })
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('magistraat')
  expect(await read(clerk, overview)).not.toContain(keptOutTexts.title)
  await candidatesAre(trial.deps, trial.election, 5)
  const said = await read(clerk, overview)
  expect(said).toContain(keptOutTexts.title)
  const [, page] = /href="([^"]+)">[^<]+: is kandidaat bij de verkiezing</.exec(said)!
  expect(await read(clerk, page!)).not.toContain(keptOutTexts.revoke.button)
  const seen = await read(magistrate, page!)
  expect(seen).toContain(keptOutTexts.mayNot('candidate'))
  expect(await htmlFaults(seen)).toEqual([])
  const address = /action="([^"]+\/niet-meer)"/.exec(seen)![1]!
  const stand = /name="stand" value="(\d+)"/.exec(seen)![1]!
  expect((await clerk.post(address, { stand, waarom: 'kandidaat' })).status).toBe(403)
  expect((await magistrate.post(address, { stand })).status).toBe(422)
  expect((await magistrate.post(address, { stand, waarom: 'kandidaat', gezag: ' ' })).status).toBe(422)
  const done = await magistrate.post(address, { stand, waarom: 'kandidaat', gezag: 'de vrederechter' })
  expect(done.headers.get('Location')).toContain('designation-revoked')
  expect(await read(magistrate, page!)).toContain('Wie in de plaats komt')
  expect(await read(clerk, overview)).not.toContain(keptOutTexts.title)
})
