import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import {
  adopted,
  aPollingBureau,
  aPost,
  aReachableMember,
  messageDeps,
  sendDueMessages,
} from '../../../bureaus/testing.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
const post = aPost()
const here = () => ({ election: trial.election.code })
const eve = () => ({ ...here(), template: 'eve' })
let lotte: Awaited<ReturnType<typeof aReachableMember>>

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, {
    MAIL_SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bureaus@zonnedorp.example',
  })
  const { deps, election } = trial
  await adopted(deps, election, [aPollingBureau(1, 4)])
  lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
  await aReachableMember(deps, election, 2, { phone: '0470000002', email: 'emma@x.example' })
  await aReachableMember(deps, election, 3, { phone: '0470000003' })
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const textOf = async (answer: Response | Promise<Response>) => {
  const text = await (await answer).text()
  expect(await htmlFaults(text)).toEqual([])
  return text.replaceAll('\u00a0', ' ')
}
const pageOf = async (address: string) => textOf(clerk.get(address))

test('only who keeps the bureaus sees or sends messages', async () => {
  for (const role of ['griffier', 'magistraat', 'beheerder', 'medewerker'] as const)
    for (const address of [paths.messages(here()), paths.peopleToCall(here()), paths.messageTemplate(eve())])
      expect((await (await trial.visitor(role)).get(address)).status, role).toBe(403)
  const elsewhere = await trial.visitor('stembureaus', { at: 'elsewhere' })
  expect((await elsewhere.get(paths.messages(here()))).status).toBe(404)
  expect((await clerk.get(paths.messageTemplate({ ...here(), template: 'gossip' }))).status).toBe(404)
})

describe('a wording', () => {
  const own = { subject: 'Tot morgen, {voornaam}', body: 'Dag {voornaam}\n\nBreng koffie mee.', sms: '' }

  test('a field that does not exist is refused, with its place', async () => {
    const typed = { ...own, body: 'Dag {naam}\nlaatste {uur', gezien: '0', doe: 'bewaar' }
    const page = await textOf(clerk.post(paths.messageTemplate(eve()), typed))
    expect(page).toContain('Er is geen veld {naam}: regel 1, teken 5.')
    expect(page).toContain('laatste {uur') // what was typed is not lost
    expect(await pageOf(paths.messageTemplate(eve()))).toContain('van het programma')
  })

  test('a national number is refused', async () => {
    const typed = { ...own, body: '85.61.01-001.47', gezien: '0', doe: 'bewaar' }
    expect(await textOf(clerk.post(paths.messageTemplate(eve()), typed))).toContain('rijksregisternummer')
  })

  test('is looked at as somebody gets it before it is kept, kept as a version, and goes back', async () => {
    const look = await textOf(clerk.post(paths.messageTemplate(eve()), { ...own, gezien: '0', doe: 'kijk' }))
    expect(look).toContain('Tot morgen, Lotte')
    expect(look).toContain('Voorbeeld, aan Peeters 1 Lotte')
    const kept = await clerk.post(paths.messageTemplate(eve()), { ...own, gezien: '0', doe: 'bewaar' })
    expect(kept.status).toBe(303)
    const page = await pageOf(paths.messageTemplate(eve()))
    expect(page).toContain('Tot morgen, {voornaam}')
    const late = await textOf(
      clerk.post(paths.messageTemplate(eve()), { ...own, sms: 'x', gezien: '0', doe: 'bewaar' }),
    )
    expect(late).toContain('Iemand anders was u voor')
    const back = { gezien: '1', versie: '0' }
    expect((await clerk.post(paths.messageTemplateBack(eve()), back)).status).toBe(303)
    const after = await pageOf(paths.messageTemplate(eve()))
    expect(after).toContain('weer die van het programma')
    expect(after).toContain('Terug naar versie 1')
  })
})

test('a template is switched on for a day and an hour', async () => {
  const wrong = await textOf(clerk.post(paths.messageSchedule(eve()), { aan: 'ja', dagen: '', uur: '18:00' }))
  expect(wrong).toContain('Kies een dag van 1 tot 60.')
  const on = { aan: 'ja', dagen: '1', uur: '18:00' }
  expect((await clerk.post(paths.messageSchedule(eve()), on)).status).toBe(303)
  expect(await pageOf(paths.messages(here()))).toContain('vanaf 9 juni 2029 om 18:00')
})

describe('a message to a group', () => {
  const typed = {
    subject: 'Andere ingang',
    body: 'Kom langs de zijdeur van {plaats}.',
    sms: '',
    soort: 'POLLING',
  }

  test('is looked at, asked by one, and released by another; changed recipients are asked anew', async () => {
    expect(await pageOf(paths.newGroupMessage(here()))).toContain('Alleen wie nog niet antwoordde')
    const looked = await textOf(clerk.post(paths.newGroupMessage(here()), { ...typed, doe: 'kijk' }))
    expect(looked).toContain('3 mensen gevonden. 2 mensen krijgen het bericht')
    expect(looked).toContain('Kom langs de zijdeur van De Linde')
    const seen = /name="gezien" value="([0-9a-f]{64})"/.exec(looked)![1]!
    const changed = { ...typed, body: 'Iets anders.', gezien: seen, doe: 'vraag' }
    expect(await textOf(clerk.post(paths.newGroupMessage(here()), changed))).toContain('Kijk opnieuw')
    const asked = await clerk.post(paths.newGroupMessage(here()), { ...typed, gezien: seen, doe: 'vraag' })
    expect(asked.status).toBe(303)
    const page = new URL(asked.headers.get('location')!, 'http://x').pathname
    expect(await pageOf(page)).toContain('U vroeg dit zelf.')
    const self = await textOf(clerk.post(`${page}/vrijgeven`, {}))
    expect(self).toContain('Iemand anders moet het vrijgeven')
    const second = await trial.visitor('stembureaus')
    const released = await second.post(`${page}/vrijgeven`, {})
    expect(released.status).toBe(303)
    await sendDueMessages(messageDeps(trial.deps, { mailer: post.mailer }), [trial.here])
    expect(post.mails.map(({ to }) => to).sort()).toEqual(['emma@x.example', 'lotte@x.example'])
    expect(post.mails[0]!.text).toContain('Kom langs de zijdeur van De Linde')
    expect(await pageOf(page)).toContain('2 van 2 afgehandeld')
  })

  test('to everybody goes to who was called already, and says so', async () => {
    const all = { ...typed, soort: '' }
    const looked = await textOf(clerk.post(paths.newGroupMessage(here()), { ...all, doe: 'kijk' }))
    const seen = /name="gezien" value="([0-9a-f]{64})"/.exec(looked)![1]!
    const asked = await clerk.post(paths.newGroupMessage(here()), { ...all, gezien: seen, doe: 'vraag' })
    const page = new URL(asked.headers.get('location')!, 'http://x').pathname
    expect(await pageOf(page)).toContain('iedereen met een zitplaats die al opgeroepen is')
  })
})

test('who came back is on the list to call, and gets mail again with another address', async () => {
  const report = `Action: failed\nStatus: 5.2.2\n\nMessage-ID: <${post.mails.find(({ to }) => to.startsWith('lotte'))!.id}@x>\n`
  const read = await textOf(clerk.upload(paths.failures(here()), 'bestand', report))
  expect(read).toContain('1 persoon erbij om te bellen.')
  const list = await pageOf(paths.peopleToCall(here()))
  for (const said of [
    'Peeters 1',
    '0470000001',
    'een bericht kwam terug',
    'Peeters 3',
    'gaf geen e-mailadres',
  ])
    expect(list).toContain(said)
  const address = paths.memberContact({ ...here(), assignment: lotte.assignmentId })
  const wrong = await textOf(clerk.post(address, { telefoon: '0470000001', mail: 'lotte at x' }))
  expect(wrong).toContain('Dit e-mailadres klopt niet')
  expect((await clerk.post(address, { telefoon: '0470000001', mail: 'nieuw@x.example' })).status).toBe(303)
  expect(await pageOf(paths.peopleToCall(here()))).not.toContain('Peeters 1')
  const timeline = await pageOf(paths.bureauAssignment({ ...here(), assignment: lotte.assignmentId }))
  for (const said of ['Andere ingang', 'kwam terug']) expect(timeline).toContain(said)
})
