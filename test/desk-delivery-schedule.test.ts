import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchSize, findCampaign } from '../src/delivery/index.ts'
import { aReleasedCampaign } from '../src/desk/delivery/testing.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'

/** When letters may leave, by the page: what is wrong with it, what it would do, what it does. */

let trial: DeskTrial
let campaign: Awaited<ReturnType<typeof aReleasedCampaign>>
let clerk: Visitor
let reader: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb) // whose clock stands at noon in Brussels on Wednesday 2 May 2029
  campaign = await aReleasedCampaign(trial, batchSize + 10)
  clerk = await trial.visitor('medewerker')
  reader = await trial.visitor('lezer')
})
afterAll(() => trial.close())

const address = () => paths.schedule({ election: trial.election.code, campaign: campaign.campaignId })
const kept = async () => {
  const here = staffOf(trial.here)
  return (await trial.database.inScope(here, (db) => findCampaign(db, campaign)))!.schedule
}
const day = (day: string, month = '5', year = '2029') => ({
  ...{ 'dag-day': day, 'dag-month': month, 'dag-year': year },
})
async function send(fields: Record<string, string>) {
  const answer = await clerk.post(address(), { soort: 'schema', ...fields })
  return { status: answer.status, text: await answer.text() }
}

test('without a schedule the page says so, and that a letter may leave now; a reader changes nothing', async () => {
  const page = await (await reader.get(address())).text()
  expect(page).toContain('brieven mogen dag en nacht vertrekken')
  expect(page).toContain('Er mag nu een brief vertrekken')
  expect(page).not.toContain('Bewaar dit schema')
  expect((await reader.post(address(), { soort: 'altijd' })).status).toBe(403)
})

test.each([
  ['nothing at all', {}, 'Vul een dag, uren of een aantal in'],
  ['no choice', { soort: '' }, 'Kies of de brieven dag en nacht'],
  ['a day that is not there', day('31', '4'), 'Deze dag bestaat niet'],
  ['a day that is over', day('1'), 'Deze dag is voorbij'],
  ['one hour of two', { van: '8:00' }, 'Vul een uur in'],
  ['no hour', { van: '8:00', tot: 'vanavond' }, 'Vul een uur in'],
  ['an hour too many', { van: '8:00', tot: '24:00' }, 'Vul een uur in'],
  ['hours of the night', { van: '22:00', tot: '7:00' }, 'Het tweede uur komt na het eerste'],
  ['less than a batch', { aantal: '499' }, 'ten minste 500'],
  ['no number', { aantal: 'veel' }, 'ten minste 500'],
])('%s is refused, and what was typed stays', async (_, fields, text) => {
  const answer = await send(fields)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(text)
  for (const typed of Object.values(fields).filter((one) => one !== '' && one !== 'schema'))
    expect(answer.text).toContain(`value="${typed}"`)
  expect(await kept()).toBeNull()
})

test('looked at first, it says what it would do and keeps nothing', async () => {
  const { status, text } = await send({ ...day('14'), van: '8', tot: '20u30', aantal: '500', daad: 'kijk' })
  expect(status).toBe(200)
  expect(text).toContain('Dit is nog niet bewaard')
  expect(text).toContain('De volgende brief mag vertrekken op maandag 14 mei 2029 om 08:00')
  expect(text).toContain('gespreid over 2 dagen')
  expect(text).toContain('value="20u30"')
  expect(await kept()).toBeNull()
})

test('a schedule that ends too late for the law is told before it is kept', async () => {
  const { text } = await send({ ...day('9', '6'), daad: 'kijk' })
  expect(text).toContain('Dat is te laat: volgens de wet')
})

test('kept, it is in the log and on the page; day and night takes it away', async () => {
  expect((await send({ ...day('14'), van: '08:00', tot: '20:00', aantal: '1.000' })).status).toBe(303)
  const schedule = { startsOn: '2029-05-14', hours: { from: '08:00', until: '20:00' }, perDay: 1000 }
  expect(await kept()).toEqual(schedule)
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 1),
  )
  expect(events).toMatchObject([
    { action: 'delivery.scheduled', actor: clerk.staffId, details: { schedule } },
  ])
  const page = await (await clerk.get(address())).text()
  expect(page).toContain('Van 08:00 tot 20:00 uur')
  expect(page).toContain('value="1000"')
  expect((await send({ soort: 'altijd' })).status).toBe(303)
  expect(await kept()).toBeNull()
})
