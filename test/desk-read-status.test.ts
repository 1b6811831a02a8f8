import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, type PublishedMessage, runCampaign } from '../src/delivery/index.ts'
import { accepted, scriptedMailbox, testDeps, testVault } from '../src/delivery/testing.ts'
import { aReleasedCampaign } from '../src/desk/delivery/testing.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'

/** How many letters were opened, by the page: asked in the background, not too often, in numbers only. */

let trial: DeskTrial
let campaign: Awaited<ReturnType<typeof aReleasedCampaign>>
let clerk: Visitor
let reader: Visitor
/** Counts are remembered for some time, for all who look. */
const patiently = { timeout: 30_000 }
const asked: (readonly PublishedMessage[])[] = []
let goOn: () => void = () => {}

/** Every second letter was opened; the first question waits until the test lets it go on. */
function mailbox(): Mailbox {
  const box = scriptedMailbox((message) => ({ ...accepted, receipt: `to ${message.recipient}` }))
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve
  })
  return {
    ...box,
    readStatus: {
      atOnce: 4,
      async ask(messages) {
        asked.push(messages)
        await waiting
        const receipts = messages.map(({ receipt }) => receipt)
        const read = receipts.filter((_, place) => place % 2 === 0)
        return { ok: true, read, unread: receipts.filter((one) => !read.includes(one)) }
      },
    },
  }
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  campaign = await aReleasedCampaign(trial, 6)
  clerk = await trial.visitor('medewerker')
  reader = await trial.visitor('lezer')
})
afterAll(() => trial.close())

const of = () => ({ election: trial.election.code, campaign: campaign.campaignId })
const page = async (who = clerk) => (await who.get(paths.readStatus(of()))).text()
const ask = (fields: Record<string, string> = {}) => clerk.post(paths.readStatus(of()), fields)

test('before anything was published there is nothing to ask', async () => {
  expect(await page()).toContain('Er is nog geen brief bezorgd')
  expect(await page()).not.toContain('Vraag na wat geopend is')
})

test('where it is not offered the page says so, and asking asks nothing', async () => {
  const box = mailbox()
  Object.assign(trial.deps, { vault: testVault })
  await runCampaign(testDeps(trial.database, box), campaign)
  await expect.poll(() => page(), patiently).toContain('De weg naar de e-Box is niet volledig ingesteld')
  Object.assign(trial.deps, { mailboxFor: async () => scriptedMailbox(() => accepted) })
  expect(await page()).toContain('koos er niet voor')
  await ask()
  expect(await page()).not.toContain('Het navragen begint')
  Object.assign(trial.deps, { mailboxFor: async () => box })
})

test('who only reads asks nothing', async () => {
  expect(await page(reader)).not.toContain('Vraag na wat geopend is')
  expect((await reader.post(paths.readStatus(of()))).status).toBe(403)
})

test('it is asked in the background, twice pressed once, and the page says how far it is', async () => {
  await expect.poll(() => page(), patiently).toContain('Vraag na wat geopend is')
  expect(await page()).toContain('dat is nooit nagevraagd')
  const answers = [await ask(), await ask()]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await page()).toContain('Stop het navragen')
  await expect.poll(() => asked.length, patiently).toBe(1)
  goOn()
  await expect.poll(() => page(), patiently).toContain('3 nieuw geopend')
  expect(asked.map((messages) => messages.length)).toEqual([4, 2])
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 20),
  )
  expect(events.filter(({ action }) => action === 'delivery.read-status-pulled')).toMatchObject([
    { actor: clerk.staffId, subject: campaign.campaignId, details: { newlyRead: 3, unread: 3 } },
  ])
})

test('the same numbers stand in the page and in the file, and no name or number of anybody', async () => {
  await expect.poll(() => page(), patiently).toContain('Geopend: 3 van 6 brieven in een e-Box')
  expect(await page()).toContain('Laatst helemaal nagevraagd op woensdag 2 mei 2029 om 12:00')
  const csv = async (table: string) => (await reader.get(paths.readStatusFile({ ...of(), table }))).text()
  await expect.poll(() => csv('dag.csv'), patiently).toContain('2029-05-02;3')
  expect(await csv('uur.csv')).toContain('2029-05-02 12:00;3')
  expect((await reader.get(paths.readStatusFile({ ...of(), table: 'constructor' }))).status).toBe(404)
  for (const [message] of asked) expect(await page()).not.toContain(String(message!.recipient))
})

test('within the hour it is not asked again; after it, only about what was not opened', async () => {
  expect(await page()).toContain('Opnieuw kan vanaf woensdag 2 mei 2029 om 13:00')
  await ask()
  expect(asked).toHaveLength(2)
  trial.deps.clock.moveTo('2029-05-02T11:00:00Z')
  clerk = await trial.visitor('medewerker')
  await ask()
  await expect.poll(() => asked.slice(2).map((messages) => messages.length), patiently).toEqual([3])
})
