import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReleasedCampaign } from '../src/desk/delivery/testing.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'

let trial: DeskTrial
let campaign: Awaited<ReturnType<typeof aReleasedCampaign>>
let clerk: Visitor
let reader: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  campaign = await aReleasedCampaign(trial, 6)
  clerk = await trial.visitor('medewerker')
  reader = await trial.visitor('lezer')
})
afterAll(() => trial.close())

const of = () => ({ election: trial.election.code, campaign: campaign.campaignId })
const here = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)

async function becomes(place: number, state: string, reason: string): Promise<void> {
  const { documentId } = campaign.documents[place]!
  await here((db) =>
    sql`update delivery.delivery as d set state = ${state}, reason = ${reason}, attempts = 1, finished_at = now()
        where d.document_id = ${documentId}`.execute(db),
  )
}

async function newest() {
  const [event] = await here((db) => latestAuditEvents(db, trial.here, 1))
  return event
}

test('before a release the page says what has to come first', async () => {
  const empty = await aDeskTrial(createWeb)
  const visitor = await empty.visitor('lezer')
  const answer = await visitor.get(paths.deliveries({ election: empty.election.code }))
  expect(await answer.text()).toContain('Er is nog niets vrijgegeven')
  await empty.close()
})

test('the address of the delivery leads to the newest campaign', async () => {
  const answer = await reader.get(paths.deliveries({ election: trial.election.code }))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.delivery(of())])
})

test('a reader sees how it stands, and no button that changes anything', async () => {
  const html = await (await reader.get(paths.delivery(of()))).text()
  expect(html).toContain('Nog te gaan')
  expect(html).not.toContain('Stop het versturen')
})

test('without script the page refreshes itself only when asked, and not for ever', async () => {
  const still = await clerk.get(paths.delivery(of()))
  expect(still.headers.get('Refresh')).toBeNull()
  const moving = await clerk.get(`${paths.delivery(of())}?vanzelf=2`)
  expect(moving.headers.get('Refresh')).toMatch(/^20; url=.*vanzelf=1$/)
  const last = await clerk.get(`${paths.delivery(of())}?vanzelf=0`)
  expect(last.headers.get('Refresh')).toBeNull()
  const long = await clerk.get(`${paths.delivery(of())}?vanzelf=999999`)
  expect(long.headers.get('Refresh')).toMatch(/vanzelf=59$/)
})

test('the stream tells the same figures as the page, and a person may have four of them', async () => {
  const answers: Response[] = []
  for (let n = 0; n < 5; n++) answers.push(await clerk.get(paths.deliveryStream(of())))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429])
  expect(answers[0]!.headers.get('Content-Type')).toContain('text/event-stream')
  expect(answers[0]!.headers.get('X-Accel-Buffering')).toBe('no')
  const reading = answers[0]!.body!.getReader()
  const text = Buffer.from((await reading.read()).value!).toString('utf8')
  const facts = JSON.parse(/data: (.*)/.exec(text)![1]!)
  expect(facts).toMatchObject({ state: 'sending', total: 6, texts: { toGo: '6' } })
  await reading.cancel()
  for (const answer of answers.slice(1)) await answer.body?.cancel()
  await expect.poll(async () => (await clerk.get(paths.deliveryStream(of()))).status).toBe(200)
})

test('a stop does not wait for a better text: a national number in it is masked', async () => {
  const waarom = 'klacht van 85.61.01-001.47'
  expect((await clerk.post(paths.deliveryStop(of()), { waarom })).status).toBe(303)
  expect(await newest()).toMatchObject({ details: { because: 'klacht van ##.##.##-###.##' } })
  await clerk.post(paths.deliveryResume(of()))
})

test('a stop needs no reason, is in the audit log, and the page says how to go on', async () => {
  const answer = await clerk.post(paths.deliveryStop(of()))
  expect(answer.status).toBe(303)
  expect(await newest()).toMatchObject({ action: 'delivery.campaign-stopped', actor: clerk.staffId })
  const html = await (await clerk.get(paths.delivery(of()))).text()
  expect(html).toContain('Verder versturen')
  await clerk.post(paths.deliveryResume(of()))
  expect(await newest()).toMatchObject({ action: 'delivery.campaign-resumed' })
})

test('everything is held back until somebody looked and lets it go', async () => {
  await clerk.post(paths.holdBack(of()))
  expect(await newest()).toMatchObject({ action: 'delivery.held-back' })
  expect(await (await clerk.get(paths.delivery(of()))).text()).toContain('Tegengehouden')
  const unseen = await clerk.post(paths.letAllGo(of()))
  expect(unseen.status).toBe(422)
  expect(await unseen.text()).toContain('Kijk eerst wat er aankwam')
  expect((await clerk.post(paths.letAllGo(of()), { bekeken: 'ja' })).status).toBe(303)
  expect(await newest()).toMatchObject({ action: 'delivery.all-let-go' })
})

test.each([
  ['nothing', ''],
  ['a name', 'Jan Janssens'],
  ['a number of nobody', '999999'],
])('a wave of %s is refused, and nothing changes', async (_, nummers) => {
  const answer = await clerk.post(paths.waveOfTesters(of()), { nummers })
  expect(answer.status).toBe(422)
})

test('a group goes again only when its cause is mended; the page says how many and why', async () => {
  await becomes(0, 'refused', 'INVALID_INPUT')
  await becomes(1, 'refused', 'INVALID_INPUT')
  const page = await (await clerk.get(paths.troubles(of()))).text()
  expect(page).toContain('2 brieven opnieuw versturen')
  const asked = await clerk.get(`${paths.retryGroup(of())}?reden=INVALID_INPUT`)
  expect(await asked.text()).toContain('De e-Box vindt iets in het bericht niet geldig')
  expect((await clerk.post(paths.retryGroup(of()), { reden: 'INVALID_INPUT' })).status).toBe(422)
  await clerk.post(paths.retryGroup(of()), { reden: 'INVALID_INPUT', hersteld: 'ja' })
  expect(await newest()).toMatchObject({
    action: 'delivery.retried',
    details: { count: 2, reason: 'INVALID_INPUT' },
  })
  expect((await clerk.get(`${paths.retryGroup(of())}?reden=INVALID_INPUT`)).status).toBe(404)
})

test('what a person settled as refused is in no group that goes again', async () => {
  await becomes(0, 'refused', 'settled')
  const page = await (await clerk.get(paths.troubles(of()))).text()
  expect(page).toContain('dit blijft zo')
  expect(page).not.toContain('reden=settled')
  const group = { reden: 'settled', hersteld: 'ja' }
  expect((await clerk.get(`${paths.retryGroup(of())}?reden=settled`)).status).toBe(404)
  expect((await clerk.post(paths.retryGroup(of()), group)).status).toBe(404)
  await becomes(0, 'waiting', 'time-out')
})

test('an unconfirmed letter is settled with evidence, once', async () => {
  await becomes(2, 'unconfirmed', 'time-out')
  const { documentId } = campaign.documents[2]!
  expect(await (await clerk.get(paths.unconfirmed(of()))).text()).toContain(documentId)
  const bare = await clerk.post(paths.unconfirmed(of()), { brief: documentId, uitkomst: 'delivered' })
  expect(await bare.text()).toContain('Zeg hoe u het weet')
  const named = { brief: documentId, uitkomst: 'delivered', bewijs: 'melding over 85.61.01-001.47' }
  const told = await clerk.post(paths.unconfirmed(of()), named)
  expect([told.status, await told.text()]).toEqual([422, expect.stringContaining('Laat het nummer weg')])
  const evidence = { brief: documentId, uitkomst: 'delivered', bewijs: 'melding 1234' }
  expect((await clerk.post(paths.unconfirmed(of()), evidence)).status).toBe(303)
  expect(await newest()).toMatchObject({ action: 'delivery.settled', subject: documentId })
  const again = await clerk.post(paths.unconfirmed(of()), evidence)
  expect(await again.text()).toContain('intussen al afgehandeld')
})

test('the same numbers stand in the page and in the file', async () => {
  const page = await (await reader.get(paths.figures(of()))).text()
  const file = await reader.get(paths.figuresFile({ ...of(), table: 'uitkomst.csv' }))
  expect(file.headers.get('Content-Disposition')).toContain('attachment')
  const csv = await file.text()
  for (const row of csv.trim().split('\r\n').slice(1)) {
    const [outcome, letters] = row.split(';')
    expect(page).toContain(`${outcome}</th><td class="govuk-table__cell number">${letters}</td>`)
  }
  expect((await reader.get(paths.figuresFile({ ...of(), table: 'constructor' }))).status).toBe(404)
})

test('a look-up of one letter takes a number in a form, and tells when there is none', async () => {
  const election = { election: trial.election.code }
  expect(await (await clerk.post(paths.oneLetter(election), { nummer: 'Jan' })).text()).toContain(
    'alleen cijfers',
  )
  expect(await (await clerk.post(paths.oneLetter(election), { nummer: '7' })).text()).toContain('Geen brief')
})

test('a print file that is in no book is not found, whatever its name', async () => {
  const election = trial.election.code
  for (const file of ['../../secret.pdf', 'x.pdf', 'manifest.json'])
    expect((await clerk.get(paths.printFile({ election, file }))).status).toBe(404)
})

test('post that came back is answered line by line', async () => {
  const election = { election: trial.election.code }
  expect((await clerk.post(paths.returned(election), { nummers: '' })).status).toBe(422)
  expect(await (await clerk.post(paths.returned(election), { nummers: '12' })).text()).toContain(
    'Kies een reden',
  )
  const answer = await clerk.post(paths.returned(election), { nummers: '12\nabc', reden: 'moved' })
  const html = await answer.text()
  expect(html).toContain('er is geen brief met dit nummer')
  expect(html).toContain('Regel 2: geen volgnummer')
})

test('a stream that a page opens by itself keeps nobody logged in', async () => {
  const minutes = trial.deps.config.SESSION_IDLE_MINUTES
  const clock = trial.deps.clock
  const visitor = await trial.visitor('lezer')
  const later = (after: number) => new Date(clock.now().getTime() + after * 60_000).toISOString()
  const [half, almost] = [later(minutes / 2), later(minutes + 1)]
  clock.moveTo(half)
  const stream = await visitor.get(paths.deliveryStream(of()))
  expect(stream.status).toBe(200)
  await stream.body?.cancel()
  clock.moveTo(almost)
  expect((await visitor.get(paths.delivery(of()))).headers.get('Location')).toContain('/loket/aanmelden')
})
