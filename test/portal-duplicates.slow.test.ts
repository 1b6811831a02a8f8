import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { issueDuplicate, onlineDuplicatesPerDay } from '../src/letters/index.ts'
import { texts } from '../src/portal/letter/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { texts as deskTexts } from '../src/portal/polling-desk/texts.ts'
import { createWeb } from '../src/server.ts'
import { aCitizen, type TestCitizen } from './citizen.ts'
import { expectOk } from './expect-ok.ts'

/** Who wants the letter on paper prints it; who did not get it makes a duplicate, a few in one day, and finds them again. */

let trial: DeskTrial
let election: Election

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 20)
})
afterAll(() => trial.close())

const address = () => ({ election: election.electionId })
const words = texts.nl.duplicate

function make(citizen: TestCitizen, aanvraag: string = randomUUID()) {
  return citizen.post(paths.duplicate(address()), { reden: 'not-received', aanvraag })
}

test('who only wants paper at the polling place prints the own letter, and declares nothing', async () => {
  const citizen = await aCitizen(trial, election, 1)
  const { text } = await citizen.get(paths.pollingDesk(address()))
  const print = text.indexOf(`href="${paths.letterPdf(address())}"`)
  expect(print).toBeGreaterThan(0)
  expect(text.indexOf(`href="${paths.duplicate(address())}"`), 'below it').toBeGreaterThan(print)
  expect(text).toContain(deskTexts.nl.duplicate['not-received'])
  const form = (await citizen.get(paths.duplicate(address()))).text
  expect(form.indexOf(words.ownLetter.link)).toBeGreaterThan(0)
  expect(form.indexOf(words.ownLetter.link), 'before what is declared').toBeLessThan(
    form.indexOf(words.reasons['not-received']),
  )
})

test('so many are made online in one day; the page says so, and shows those that were made', async () => {
  const citizen = await aCitizen(trial, election, 2)
  expect((await citizen.get(paths.duplicate(address()))).text).not.toContain(words.made.title)
  const made: string[] = []
  const asked = randomUUID()
  for (let n = 0; n < onlineDuplicatesPerDay; n++) {
    const { status, headers } = await make(citizen, n === 0 ? asked : undefined)
    expect(status, `duplicate ${n + 1}`).toBe(303)
    made.push(headers.get('Location')!)
  }
  expect((await make(citizen, asked)).headers.get('Location'), 'sent twice it is the same').toBe(made[0])
  const enough = await make(citizen)
  expect(enough.headers.get('Location')).toBeNull()
  expect(enough.text).toContain(words.enough(onlineDuplicatesPerDay))
  const page = (await citizen.get(paths.duplicate(address()))).text
  for (const one of made) {
    expect(page).toContain(`href="${one}"`)
    expect((await citizen.get(one)).status).toBe(200)
  }
  expect(page, 'no form that will be refused').not.toContain('name="reden"')
  const other = await aCitizen(trial, election, 3)
  expect((await other.get(paths.duplicate(address()))).text, 'somebody else').not.toContain(made[0])
  expect((await make(other)).status).toBe(303)
  const facts = { election, listNumber: 2, reason: 'not-received', identity: 'identity-card' } as const
  expectOk(await issueDuplicate(trial.deps, { ...facts, channel: 'print', by: 'counter' }))
  trial.deps.clock.moveTo(new Date(trial.deps.clock.now().getTime() + 86_400_000).toISOString())
  const next = await aCitizen(trial, election, 2)
  expect((await make(next)).status, 'on another day').toBe(303)
})

test('sent ten times at once no more are made than on one day', async () => {
  const citizen = await aCitizen(trial, election, 4)
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => make(citizen)))).map(
    ({ status }) => status,
  )
  expect(statuses.filter((status) => status === 303)).toHaveLength(onlineDuplicatesPerDay)
})
