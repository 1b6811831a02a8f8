import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { texts as counterTexts } from '../src/desk/duplicates/texts.nl.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { issueDuplicate } from '../src/letters/index.ts'
import { authorityRoles, staffRoles } from '../src/municipalities/index.ts'
import { ofBureaus } from '../src/oversight/audit-texts-bureaus.nl.ts'
import { recordAudit } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { languages } from '../src/platform/language.ts'
import { texts as deedTexts } from '../src/portal/my-data/deeds/texts.ts'
import { texts as pageTexts } from '../src/portal/my-data/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { openVoter } from '../src/voters/index.ts'
import { aCitizen, browserOf, type TestCitizen } from './citizen.ts'
import { expectOk } from './expect-ok.ts'

/** What a citizen reads about who used their data: their own, in what role, why; and nobody's name. */

const { deeds, ownDeeds } = deedTexts.nl

let trial: DeskTrial
let election: Election
let first: TestCitizen
let second: TestCitizen

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 20)
  first = await aCitizen(trial, election, 1)
  second = await aCitizen(trial, election, 2)
})
afterAll(() => trial.close())

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')

async function myData(citizen: Pick<TestCitizen, 'get'>) {
  const { status, text, headers } = await citizen.get(paths.myData())
  expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  return words(text)
}

test('who looked is told by role, municipality and reason, without a name, and to this citizen alone', async () => {
  const clerk = await trial.visitor('loket')
  const reason = 'Vraagt iets over de eigen kiesbrief'
  expectOk(await openVoter(trial.deps, { election, voterId: first.voterId, by: clerk.staffId, reason }))
  const page = await myData(first)
  expect(page).toContain(
    `Medewerker aan het loket (Zonnedorp 1) bekeek je gegevens op de kiezerslijst. Waarom: “${reason}”`,
  )
  expect(page).not.toContain('Persoon')
  expect(page).not.toContain(clerk.staffId)
  expect(await myData(second)).toContain('Niemand bekeek tot nu je gegevens of je brief apart.')
})

test('a duplicate at the counter is told with its reason, and one’s own deeds are apart', async () => {
  const facts = { election, listNumber: 2, reason: 'not-received', identity: 'identity-card' } as const
  const clerk = await trial.visitor('loket')
  expectOk(await issueDuplicate(trial.deps, { ...facts, channel: 'print', by: clerk.staffId }))
  const page = await myData(second)
  expect(page).toContain('gaf een duplicaat van je kiesbrief. Waarom: De brief was niet aangekomen.')
  expect(page).toMatch(/Wat je hier zelf deed \(\d+\).*Je bekeek deze pagina\./)
})

test('what the program gave as a reason is told in the language of the page, and never as a quote', async () => {
  const reasons = ['struck', 'corrected', counterTexts.lookUpReason]
  await trial.database.inScope(staffOf(trial.here), async (db) => {
    const event = { municipalityId: trial.here, subject: second.voterId, actor: 'command-line' }
    for (const reason of reasons)
      await recordAudit(db, { ...event, action: 'letters.withdrawn', details: { reason } })
  })
  for (const language of languages) {
    const page = words((await second.get(`${paths.myData()}?taal=${language}`)).text)
    const known: Readonly<Record<string, string>> = deedTexts[language].reasons
    for (const reason of reasons) {
      expect(page).toContain(known[reason])
      expect(page).not.toContain(`“${reason}”`)
    }
  }
})

test('of whoever runs the installation and of the program it is told that it was them', async () => {
  await trial.database.inScope(staffOf(trial.here), async (db) => {
    const event = { municipalityId: trial.here, subject: first.voterId }
    await recordAudit(db, { ...event, actor: 'command-line', action: 'voters.opened' })
    await recordAudit(db, { ...event, actor: 'deliveries', action: 'delivery.key-clash' })
    await recordAudit(db, { ...event, actor: 'command-line', action: 'audit.unusual-look-up' })
  })
  const page = await myData(first)
  expect(page).toContain('Technisch beheerder (Zonnedorp 1) bekeek je gegevens')
  expect(page).toContain('Om een vraag over je kiesbrief of je inschrijving te behandelen.')
  expect(page).toContain('Het programma zelf (Zonnedorp 1) merkte')
  expect(page, 'what stood out is asked of the staff first').not.toContain('gebruikte je gegevens')
})

test('what is kept stands there by the rules of the election, with what nobody checked', async () => {
  const page = await myData(first)
  expect(page).toContain('de dag na de geldigverklaring van de verkiezing. Regel: KWB 10')
  expect(page).toContain('minstens 90 dagen na de verkiezing: zaterdag 8 september 2029.')
  expect(page).toContain('De regel is nog niet juridisch nagekeken.')
})

test('who is on no list reads that nothing is kept', async () => {
  expect(await myData(await browserOf(trial.deps, '85610100147'))).toContain(
    'We hebben nu geen gegevens van jou',
  )
})

test('there is a sentence for every event that names somebody who is called for a bureau', () => {
  const named =
    /subject: (?:memberId|assignmentId|excuseId|letterId|document\.excuseId|made\.letter\.assignmentId)\b/
  const found = globSync('src/{bureaus,desk/bureaus}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => named.test(text))
    .flatMap((text) => [...text.matchAll(/'(bureaus\.[a-z-]+)'/g)].map(([, action]) => action!))
  const events = [...new Set(found)].filter((action) => action in ofBureaus)
  expect(events.length).toBeGreaterThan(8)
  // Written beside one that names a member.
  const ofMany = [
    ...['bureaus.absences-downloaded', 'bureaus.absences-shown', 'bureaus.claims-shown'],
    ...['bureaus.failures-read', 'bureaus.seating-proposed'],
  ]
  expect(events.filter((action) => !(action in deeds)).sort()).toEqual(ofMany)
})

test('there is a name in each language for every role', () => {
  for (const role of [...Object.keys(staffRoles), ...authorityRoles])
    for (const language of languages) expect(pageTexts[language].roles, role).toHaveProperty(role)
})

test('there is a sentence for every event that names a voter or a letter', () => {
  const named = /subject: (?:voterId|voter\.voterId|issue\.voterId|letterId|letter\.voter_id|documentId)\b/
  const missing = globSync('src/{voters,letters,delivery,oversight,portal}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      if (!named.test(text)) return []
      return [...text.matchAll(/'((?:voters|letters|proof|offline|delivery|audit)\.[a-z-]+)'/g)].map(
        ([, action]) => action!,
      )
    })
  expect(new Set(missing).size).toBeGreaterThan(10)
  const ofWholeElection = 'letters.returned' // written beside one that names a letter
  expect([...new Set(missing)].filter((action) => !(action in deeds))).toEqual([ofWholeElection])
  const opened = [...readFileSync('src/portal/index.ts', 'utf8').matchAll(/audit: '(citizen\.[a-z-]+)'/g)]
  const untold = opened.map(([, action]) => action!).filter((action) => !(action in ownDeeds))
  // Of a login, which is of no municipality and names no voter.
  expect(new Set(untold)).toEqual(new Set(['citizen.stayed', 'citizen.logged-out']))
})
