import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CaughtMail, linksIn } from '../dev/mail/caught-mail.ts'
import { type MailStandIn, startMailStandIn } from '../dev/mail/stand-in.ts'
import { callForVolunteers, volunteerAddress } from '../src/bureaus/index.ts'
import { withSections, withVoters } from '../src/bureaus/testing.ts'
import { createMailer } from '../src/connectors/mail/index.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import type { Mailer } from '../src/platform/mail.ts'
import { paths } from '../src/portal/paths.ts'
import { sendDueVolunteerMails } from '../src/portal/volunteers/send-volunteer-mails.ts'
import { createWeb } from '../src/server.ts'
import { testNumber } from '../src/voters/testing.ts'
import { htmlFaults } from './html-faults.ts'
import { scanDatabase } from './scan-database.ts'

/** Who offers to sit in a bureau, from the form to the mails that a server truly took. */

let trial: DeskTrial
let standIn: MailStandIn
let mailer: Mailer
/** Of its own for each test: so many forms a minute are taken from one address. */
let web: DeskTrial['web']
const start = '2029-05-02T10:00:00Z'

beforeAll(async () => {
  standIn = await startMailStandIn({ smtp: 0, pages: 0 })
  const mail = { MAIL_SMTP_URL: standIn.smtpUrl, MAIL_FROM: 'kiesbrief@zonnedorp.example' }
  trial = await aDeskTrial(createWeb, mail)
  const { deps, election } = trial
  await withSections(trial.database, election, [1])
  await withVoters(deps, election, 6)
  await callForVolunteers(deps, { election, isOpen: true, by: 'clerk' })
  mailer = createMailer({ url: standIn.smtpUrl, from: mail.MAIL_FROM, timeoutMs: 5000 })
}, 60_000)
afterAll(async () => {
  mailer.close()
  await standIn.close()
  await trial.close()
})
beforeEach(() => {
  trial.deps.clock.moveTo(start)
  web = createWeb(trial.deps)
})

const address = (election = trial.election.code) => paths.volunteer({ municipality: 'zonnedorp-1', election })
const filled = {
  ...{
    familienaam: 'Peeters',
    voornamen: 'Lotte',
    nummer: testNumber(1),
    ervaring: 'yes',
    functies: 'CHAIR',
  },
  ...{ 'geboortedatum-day': '27', 'geboortedatum-month': '3', 'geboortedatum-year': '1980' },
  ...{ mail: 'lotte@voorbeeld.example', telefoon: '', wens: 'De Linde' },
}
const send = (fields: Readonly<Record<string, string>> = {}, to = address(), origin = 'http://localhost') =>
  web.request(to, {
    ...{ method: 'POST', body: new URLSearchParams({ ...filled, ...fields }) },
    headers: { Origin: origin },
  })
const turn = () => sendDueVolunteerMails({ ...trial.deps, mailer }, [trial.here])
const caughtBy = (to: string) => standIn.caught.filter((mail) => mail.to === to)
const pathOf = (mail: CaughtMail, place: number) => {
  const { pathname, search } = new URL(linksIn(mail)[place]!)
  return pathname + search
}
const offers = async () =>
  trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{
      many: number
    }>`select count(*)::integer as many from bureaus.volunteer`.execute(db)
    return rows[0]!.many
  })

describe('the form', () => {
  test('is where the desk says it is, and the page of the municipality leads to it', async () => {
    expect(volunteerAddress('', 'zonnedorp-1', 'x')).toBe(address('x'))
    const page = await (await web.request(paths.startOf({ municipality: 'zonnedorp-1' }))).text()
    expect(page).toContain(`href="${address()}"`)
  })

  test.each(['nl', 'fr', 'de', 'en'])('is valid and says how long it is kept, in %s', async (language) => {
    const page = await (await web.request(`${address()}?taal=${language}`)).text()
    expect(await htmlFaults(page)).toEqual([])
    expect(page).toContain('name="geboortedatum-month"')
    expect(page).toMatch(/\(2 (dagen|jours|Tage|days)/)
  })

  test('is not there for an election that asks for no volunteers, or is none', async () => {
    for (const election of [trial.otherElection.code, 'niets']) {
      expect(await (await web.request(address(election))).text()).toContain('Geen vrijwilligers gezocht')
      expect(await (await send({}, address(election))).text()).toContain('Geen vrijwilligers gezocht')
    }
    expect(await offers()).toBe(0)
  })

  test('tells field by field what is wrong, and loses nothing that was typed', async () => {
    const answer = await send({ nummer: '123', mail: 'lotte', functies: '', 'geboortedatum-month': '13' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of [
      'het heeft elf cijfers',
      'volledig e-mailadres',
      'Kies wat je wilt doen.',
      'dag, maand en jaar',
    ])
      expect(page).toContain(said)
    expect(page).toContain('value="De Linde"')
    expect(await htmlFaults(page)).toEqual([])
    expect((await send({ mail: '' })).status, 'neither address nor telephone').toBe(422)
    expect((await send({ wens: testNumber(2) })).status).toBe(422)
    expect(await offers()).toBe(0)
  })

  test('of another site is refused, and so is the eleventh of a minute', async () => {
    expect((await send({}, address(), 'https://elders.example')).status).toBe(403)
    expect(await offers()).toBe(0)
    for (let time = 0; time < 10; time++) expect((await send({ nummer: '1' })).status).toBe(422)
    const eleventh = await send()
    expect([eleventh.status, (await eleventh.text()).includes('te veel formulieren')]).toEqual([429, true])
  })
})

test('the answer is the same for a voter, for who is none, and for who was told enough', async () => {
  const answers = new Set<string>()
  const others = [testNumber(1), testNumber(2), testNumber(77), testNumber(78), testNumber(79)]
  for (const nummer of others)
    answers.add(await (await send({ nummer, mail: 'zelfde@voorbeeld.example' })).text())
  expect(answers.size).toBe(1)
  await turn()
  expect(caughtBy('zelfde@voorbeeld.example'), 'no stranger is mailed over and over').toHaveLength(3)
})

test('only the button behind the link of the mail confirms, once; the other link takes the offer back', async () => {
  const to = 'jeanne@voorbeeld.example'
  await send({ mail: to, nummer: testNumber(3) }, `${address()}?taal=fr`)
  await turn()
  await turn()
  const [mail, ...more] = caughtBy(to)
  expect([mail!.subject, more]).toEqual(['Confirmez votre offre comme volontaire', []])
  for (const secret of ['Peeters', testNumber(3), 'Verkiezing']) expect(mail!.text).not.toContain(secret)
  const [confirm, offer] = [pathOf(mail!, 0), pathOf(mail!, 1)]
  const read = async (path: string, method = 'GET') => (await web.request(path, { method })).text()
  for (const time of ['the mailbox looks at it', 'the citizen opens it'])
    expect(await read(confirm), time).toContain('Oui, c’est mon offre')
  expect(await read(offer)).toContain('n’est pas encore confirmée')
  expect(await read(confirm, 'POST')).toContain('Votre offre est confirmée')
  expect(await read(confirm, 'POST')).toContain('ne fonctionne plus')
  expect(await read(offer)).toContain('La commune doit encore la vérifier')
  expect(await read(offer, 'POST')).toContain('Vous avez retiré votre offre')
  const secrets = [confirm, offer].map((path) => path.split('/').at(-1)!.split('?')[0]!)
  expect(await scanDatabase(trial.database.ownerUrl, ['jeanne@', testNumber(3), ...secrets])).toEqual([])
})

test('a link is too old after two days, and what was not confirmed is mailed no more', async () => {
  await send({ mail: 'laat@voorbeeld.example', nummer: testNumber(4) })
  await turn()
  const link = pathOf(caughtBy('laat@voorbeeld.example')[0]!, 0)
  await send({ mail: 'later@voorbeeld.example', nummer: testNumber(5) })
  trial.deps.clock.moveTo('2029-05-04T10:00:01Z')
  expect(await (await web.request(link, { method: 'POST' })).text()).toContain('werkt niet meer')
  await turn()
  expect(caughtBy('later@voorbeeld.example')).toEqual([])
})

test.each([paths.confirmOffer({ secret: 'x' }), paths.myOffer({ secret: 'A'.repeat(43) })])(
  '%s says nothing to who holds no link',
  async (path) => {
    for (const method of ['GET', 'POST'])
      expect(await (await web.request(path, { method })).text()).toContain('Deze link werkt niet meer')
  },
)
