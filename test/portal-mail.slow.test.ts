import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CaughtMail, linksIn } from '../dev/mail/caught-mail.ts'
import { type MailStandIn, startMailStandIn } from '../dev/mail/stand-in.ts'
import { createMailer } from '../src/connectors/mail/index.ts'
import { electionWithClosedList, releaseAll, releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { type Election, editPlace, fieldsOfPlace, getSections } from '../src/elections/index.ts'
import { withdrawLetter, withdrawOutdatedLetters } from '../src/letters/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { sha256 } from '../src/platform/hash.ts'
import type { Mailer } from '../src/platform/mail.ts'
import { planMails } from '../src/portal/mail/plan-mails.ts'
import { sendDueMails } from '../src/portal/mail/send-mails.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { aCitizen, type TestCitizen } from './citizen.ts'
import { expectOk } from './expect-ok.ts'
import { scanDatabase } from './scan-database.ts'

/** Mail to citizens, from the wish to what a mail server truly took. */

const start = '2029-05-02T10:00:00Z'
const remindAt = '2029-06-05T08:00:00Z'
let trial: DeskTrial
let election: Election
let standIn: MailStandIn
let mailer: Mailer
let deps: DeskTrial['deps'] & { mailer: Mailer }
let nextVoter = 1

beforeAll(async () => {
  standIn = await startMailStandIn({ smtp: 0, pages: 0 })
  const mail = { MAIL_SMTP_URL: standIn.smtpUrl, MAIL_FROM: 'kiesbrief@zonnedorp.example' }
  trial = await aDeskTrial(createWeb, mail)
  election = await releasedElection(trial, 40)
  mailer = createMailer({
    url: standIn.smtpUrl,
    from: mail.MAIL_FROM,
    timeoutMs: 5000,
  })
  deps = { ...trial.deps, mailer }
}, 180_000)
afterAll(async () => {
  mailer.close()
  await standIn.close()
  await trial.close()
})
beforeEach(() => trial.deps.clock.moveTo(start))

/** Somebody who did nothing in an earlier test. */
const aNewCitizen = () => aCitizen(trial, election, nextVoter++)
const mailPage = () => paths.mail({ election: election.electionId })
const turn = async () => {
  await planMails(deps, [trial.here])
  await sendDueMails(deps, [trial.here])
}
const caughtBy = (address: string) => standIn.caught.filter(({ to }) => to === address)

async function pathOfLink(mail: CaughtMail, place = 0) {
  return new URL(linksIn(mail)[place]!).pathname
}

async function asked(citizen: TestCitizen, address: string) {
  const answer = await citizen.post(mailPage(), { adres: address })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, mailPage()])
  await turn()
  return caughtBy(address).at(-1)!
}

async function confirmed(citizen: TestCitizen, address: string) {
  const link = await pathOfLink(await asked(citizen, address))
  expect(await (await trial.web.request(link, { method: 'POST' })).text()).toContain('Je adres is bevestigd')
}

async function actionsOf({ voterId }: TestCitizen) {
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 1000),
  )
  return events.filter(({ subject }) => subject === voterId).map(({ action }) => action)
}

test('an address is confirmed on another device, by a link that works once', async () => {
  const citizen = await aNewCitizen()
  expect((await citizen.get(mailPage())).text).toContain('Je e-mailadres')
  const wrong = await citizen.post(mailPage(), { adres: 'jo bij voorbeeld' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Schrijf een volledig e-mailadres')
  expect(wrong.text, 'what was typed stays').toContain('value="jo bij voorbeeld"')
  const mail = await asked(citizen, 'jo@voorbeeld.example')
  expect(mail.from).toBe('"Digitale kiesbrief" <kiesbrief@zonnedorp.example>')
  expect((await citizen.get(mailPage())).text).toContain('Bevestig nog je adres')
  const link = await pathOfLink(mail)
  for (const time of ['the mailbox looks at it', 'the citizen opens it'])
    expect(await (await trial.web.request(link)).text(), time).toContain('Ja, dit is mijn adres')
  const yes = await trial.web.request(link, { method: 'POST' })
  expect([yes.status, yes.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  expect(await yes.text()).toContain('Je adres is bevestigd')
  for (const method of ['GET', 'POST'])
    expect(await (await trial.web.request(link, { method })).text()).toContain('Deze link werkt niet meer')
  expect((await citizen.get(mailPage())).text).toContain('Je krijgt mails op jo@voorbeeld.example')
  expect(await actionsOf(citizen)).toEqual(
    expect.arrayContaining([
      'citizen.mail-opened',
      'citizen.mail-asked',
      'citizen.mailed',
      'citizen.mail-confirmed',
    ]),
  )
})

test('who asks on a page in another language gets the mail in it, and links to pages in it', async () => {
  const citizen = await aNewCitizen()
  const address = 'jeanne@voorbeeld.example'
  const page = `${mailPage()}?taal=fr`
  const wrong = await citizen.post(page, { adres: 'jeanne' })
  expect(wrong.text).toContain('<span class="govuk-visually-hidden">Erreur:</span>')
  await citizen.post(page, { adres: address })
  expect((await citizen.get(page)).text).toContain('Confirmez encore votre adresse')
  await turn()
  const mail = caughtBy(address).at(-1)!
  expect([mail.subject, mail.from]).toEqual([
    'Confirmez votre adresse e-mail',
    '"Lettre électorale numérique" <kiesbrief@zonnedorp.example>',
  ])
  const { pathname, search } = new URL(linksIn(mail)[0]!)
  const done = await trial.web.request(pathname + search, { method: 'POST' })
  expect(await done.text()).toContain('Votre adresse est confirmée')
  await asked(citizen, 'jeanne.nl@voorbeeld.example')
  expect(caughtBy('jeanne.nl@voorbeeld.example')[0]!.subject, 'asked anew, in Dutch').toBe(
    'Bevestig je e-mailadres',
  )
})

test('neither the address nor a secret of a link stands in the database', async () => {
  const mail = await asked(await aNewCitizen(), 'geheim@voorbeeld.example')
  const secrets = linksIn(mail).map((link) => link.split('/').at(-1)!)
  expect(secrets).toHaveLength(2)
  const hex = secrets.map((secret) => Buffer.from(secret).toString('hex'))
  const needles = ['geheim@', Buffer.from('geheim@').toString('hex'), ...secrets, ...hex]
  expect(await scanDatabase(trial.database.ownerUrl, needles)).toEqual([])
})

test('who holds a link sees the one wish that it is about, and who holds none sees nothing', async () => {
  const mail = await asked(await aNewCitizen(), 'eigen@voorbeeld.example')
  const seenWith = (secret: string) =>
    trial.database.inScope({ session: sha256(secret) }, async (db) => {
      const { rows } = await sql<{ sealed: Buffer }>`
        select s.address_sealed as sealed from portal.subscription s`.execute(db)
      return rows.map(({ sealed }) => trial.deps.vault.open(sealed))
    })
  for (const link of linksIn(mail))
    expect(await seenWith(link.split('/').at(-1)!)).toEqual(['eigen@voorbeeld.example'])
  expect(await seenWith('A'.repeat(43))).toEqual([])
})

test('a link is too old after two days, and that of an earlier address leads nowhere', async () => {
  const late = await aNewCitizen()
  const old = await pathOfLink(await asked(late, 'laat@voorbeeld.example'))
  trial.deps.clock.moveTo('2029-05-04T10:00:01Z')
  expect(await (await trial.web.request(old, { method: 'POST' })).text()).toContain('werkt niet meer')
  trial.deps.clock.moveTo(start)
  const citizen = await aNewCitizen()
  const [first] = linksIn(await asked(citizen, 'fout@voorbeeld.example'))
  const [second] = linksIn(await asked(citizen, 'juist@voorbeeld.example'))
  const press = async (link: string) =>
    (await trial.web.request(new URL(link).pathname, { method: 'POST' })).text()
  expect(await press(first!)).toContain('werkt niet meer')
  expect(await press(second!)).toContain('Je adres is bevestigd')
})

test('nobody can have a stranger mailed over and over, and the stranger can end it', async () => {
  const stranger = 'vreemde@voorbeeld.example'
  const one = await aNewCitizen()
  for (let time = 0; time < 3; time++) await asked(one, time === 0 ? stranger : stranger.toUpperCase())
  const refused = await one.post(mailPage(), { adres: stranger })
  expect([refused.status, refused.text.includes('kan nu geen mail vertrekken')]).toEqual([422, true])
  const other = await aNewCitizen()
  expect((await other.post(mailPage(), { adres: stranger })).status, 'whoever asks').toBe(422)
  await turn()
  const mails = standIn.caught.filter(({ to }) => to.toLowerCase() === stranger)
  expect(mails).toHaveLength(3)
  const stop = await pathOfLink(mails.at(-1)!, 1)
  expect(await (await trial.web.request(stop)).text()).toContain('kan niemand dit adres')
  expect(await (await trial.web.request(stop, { method: 'POST' })).text()).toContain('De mails zijn gestopt')
  trial.deps.clock.moveTo('2029-06-01T10:00:00Z')
  const later = await aNewCitizen()
  expect((await later.post(mailPage(), { adres: stranger })).status, 'for ninety days').toBe(422)
})

test('one person can ask so many confirmations a day, to however many addresses', async () => {
  const citizen = await aNewCitizen()
  const statuses: number[] = []
  for (let n = 1; n <= 7; n++)
    statuses.push((await citizen.post(mailPage(), { adres: `adres${n}@voorbeeld.example` })).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 422])
  await turn()
  expect(
    standIn.caught.filter(({ to }) => to.startsWith('adres')).map(({ to }) => to),
    'the last is what counts',
  ).toEqual(['adres6@voorbeeld.example'])
})

test('a mailbox stops it with one click, without login, and the address is gone', async () => {
  const citizen = await aNewCitizen()
  await confirmed(citizen, 'klik@voorbeeld.example')
  trial.deps.clock.moveTo(remindAt)
  await turn()
  const mail = caughtBy('klik@voorbeeld.example').at(-1)!
  expect(mail.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const address = /^<(.+)>$/.exec(mail.headers.get('list-unsubscribe')!)![1]!
  const answer = await trial.web.request(new URL(address).pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(answer.status).toBe(200)
  const again = await aCitizen(trial, election, nextVoter - 1)
  expect((await again.get(mailPage())).text).not.toContain('klik@voorbeeld.example')
  expect(await actionsOf(citizen)).toContain('citizen.mail-stopped')
})

test('who did not open the letter is reminded once, who did is not', async () => {
  const [unread, reader] = [await aNewCitizen(), await aNewCitizen()]
  await confirmed(unread, 'ongelezen@voorbeeld.example')
  await confirmed(reader, 'gelezen@voorbeeld.example')
  expect((await reader.get(paths.readLetter({ election: election.electionId }))).status).toBe(200)
  trial.deps.clock.moveTo(remindAt)
  await Promise.all([turn(), turn(), turn()])
  await turn()
  const reminders = (address: string) =>
    caughtBy(address).filter(({ subject }) => subject.includes('nog niet geopend'))
  expect(reminders('ongelezen@voorbeeld.example')).toHaveLength(1)
  expect(reminders('gelezen@voorbeeld.example')).toHaveLength(0)
  const [mail] = reminders('ongelezen@voorbeeld.example')
  expect(linksIn(mail!)[0]).toBe('http://localhost/mijn/verkiezingen')
})

test('a letter that is taken back needs no reminder', async () => {
  const listNumber = nextVoter
  const citizen = await aNewCitizen()
  await confirmed(citizen, 'ingetrokken@voorbeeld.example')
  const taken = await withdrawLetter(trial.deps, { election, listNumber, reason: 'test', by: 'test' })
  expect(taken.ok).toBe(true)
  trial.deps.clock.moveTo(remindAt)
  await turn()
  expect(caughtBy('ingetrokken@voorbeeld.example')).toHaveLength(1)
})

test('who is struck off the list meanwhile can still end it, and whoever was already can ask nothing', async () => {
  const [struck, before] = [nextVoter, nextVoter + 1]
  await confirmed(await aNewCitizen(), 'geschrapt@voorbeeld.example')
  nextVoter++
  for (const listNumber of [struck, before])
    await trial.database.inScope(staffOf(trial.here), (db) =>
      sql`update voters.voter set state = 'struck' where election_id = ${election.electionId}
            and list_number = ${listNumber}`.execute(db),
    )
  const one = await aCitizen(trial, election, struck)
  expect((await one.get(mailPage())).text).toContain('geschrapt@voorbeeld.example')
  expect((await one.post(paths.stopMail({ election: election.electionId }))).status).toBe(303)
  for (const citizen of [one, await aCitizen(trial, election, before)])
    expect((await citizen.get(mailPage())).status).toBe(404)
})

test('an address that takes no mail is told on the page, and gets no more', async () => {
  const listNumber = nextVoter
  const citizen = await aNewCitizen()
  await confirmed(citizen, 'weg@voorbeeld.example')
  standIn.fail((to) => (to.startsWith('weg@') ? { at: 'recipient', code: 550 } : undefined))
  trial.deps.clock.moveTo(remindAt)
  await turn()
  standIn.fail(() => undefined)
  trial.deps.clock.moveTo('2029-06-07T08:00:00Z')
  await turn()
  expect(caughtBy('weg@voorbeeld.example')).toHaveLength(1)
  const again = await aCitizen(trial, election, listNumber)
  const page = (await again.get(mailPage())).text
  expect(page).toContain('neemt onze mail niet aan')
  expect(page, 'and the address can be erased').toContain('Zet de mails uit')
  expect(await actionsOf(citizen)).toContain('citizen.mail-refused')
})

test('who asked before there was a letter is told once that there is one, and once when another takes its place', async () => {
  const later = await electionWithClosedList(trial, 10, 'election-2030.json')
  const page = paths.mail({ election: later.electionId })
  const citizen = await aCitizen(trial, later, 3)
  expect((await citizen.get(paths.elections())).text).toContain(page)
  expect((await citizen.post(page, { adres: 'vroeg@voorbeeld.example' })).status).toBe(303)
  await turn()
  const link = await pathOfLink(caughtBy('vroeg@voorbeeld.example').at(-1)!)
  await trial.web.request(link, { method: 'POST' })
  const subjects = async () => {
    await Promise.all([turn(), turn()])
    await turn()
    return caughtBy('vroeg@voorbeeld.example').map(({ subject }) => subject)
  }
  const told = ['Bevestig je e-mailadres']
  expect(await subjects()).toEqual(told)
  await releaseAll(trial, later)
  told.push('Er is een kiesbrief voor je')
  expect(await subjects()).toEqual(told)
  const facts = { election: later, listNumber: 3, reason: 'test', by: 'test' }
  expect((await withdrawLetter(trial.deps, facts)).ok).toBe(true)
  expect(await subjects()).toEqual(told)
  await releaseAll(trial, later)
  told.push('Er is een nieuwe kiesbrief voor je')
  expect(await subjects()).toEqual(told)

  trial.deps.clock.moveTo('2030-10-08T08:00:00Z')
  await moveRooms(later)
  expect(await subjects(), 'nobody is reminded of a letter that another has to take the place of').toEqual(
    told,
  )
  const reason = 'other rooms'
  expectOk(
    await withdrawOutdatedLetters(trial.deps, { election: later, reason, by: 'test', alsoReleased: true }),
  )
  await releaseAll(trial, later)
  told.push('Er is een nieuwe kiesbrief voor je')
  expect(await subjects(), 'who is told of it needs no reminder of it the same day').toEqual(told)
  trial.deps.clock.moveTo('2030-10-09T09:00:00Z')
  told.push('Je kiesbrief: nog niet geopend')
  expect(await subjects()).toEqual(told)
})

async function moveRooms(of: Election) {
  const sections = await trial.database.inScope(staffOf(trial.here), (db) =>
    getSections(db, of.municipalityId, of.electionId),
  )
  for (const place of new Map(sections.map(({ place }) => [place.code, place])).values()) {
    const before = fieldsOfPlace(place)
    const after = { ...before, street: 'Nieuwstraat' }
    expectOk(await editPlace(trial.deps, { election: of, code: place.code, before, after, by: 'test' }))
  }
}

test('when polling day is over every address is erased, and the page is not there any more', async () => {
  const listNumber = nextVoter
  await confirmed(await aNewCitizen(), 'voorbij@voorbeeld.example')
  trial.deps.clock.moveTo('2029-06-10T22:00:00Z')
  await turn()
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<{ count: number }>`
      select count(*)::int as count from portal.subscription s
      where s.election_id = ${election.electionId}`.execute(db),
  )
  expect(rows[0]!.count).toBe(0)
  const after = await aCitizen(trial, election, listNumber)
  expect((await after.get(mailPage())).status).toBe(404)
})

test('an election of somebody else, or none, is no page; nor is any where no mail is sent', async () => {
  const citizen = await aNewCitizen()
  for (const id of [trial.otherElection.electionId, '018f3d5e-0000-7000-8000-000000000000', 'iets'])
    for (const answer of [
      await citizen.get(paths.mail({ election: id })),
      await citizen.post(paths.mail({ election: id }), { adres: 'jo@voorbeeld.example' }),
    ])
      expect(answer.status).toBe(404)
  const config = { ...trial.deps.config, MAIL_SMTP_URL: undefined }
  const without = await aCitizen(trial, election, 1, { ...trial.deps, config })
  expect((await without.get(mailPage())).status).toBe(404)
  expect((await without.get(paths.election({ election: election.electionId }))).text).not.toContain('/mail')
})
