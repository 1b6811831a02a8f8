import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askGroupMessage,
  groupToSend,
  keptBureaus,
  noteContact,
  recordMember,
} from '../../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  aPollingBureau,
  aPost,
  aReachableMember,
  messageDeps,
  sendDueMessages,
  withSections,
} from '../../src/bureaus/testing.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A template in the town's own words, a message to a group by two people, who has to be called, and what the member reads of it. */

let trial: DeskTrial
let served: ServedDesk
const nationalNumber = '85610100147' as NationalNumber
const post = aPost()

beforeAll(async () => {
  const env = {
    KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}`,
    MAIL_SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bureaus@zonnedorp.example',
  }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election } = trial
  await withSections(deps.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const member = { nationalNumber, lastName: 'Peeters', firstNames: 'Lotte' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const chair = bureau!.seats.find(({ role }) => role === 'CHAIR')!
  const assignmentId = await aCalledMember(deps, { election, seatId: chair.seatId, memberId })
  const contact = { phone: '0470 12 34 56', email: 'lotte@x.example' }
  await noteContact(deps, { election, assignmentId, contact, by: 'clerk' })
  await aReachableMember(deps, election, 1, { phone: '0470 00 00 01', email: 'weg@x.example' })
  await aReachableMember(deps, election, 2, { phone: '09 000 00 02' })
  served = await serveDesk(trial.database.url, env)
  served.acm.addCitizens([{ name: 'Lotte Peeters', nationalNumber, shows: 'opgeroepen' }])
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

test('own words, switched on, and a message to a group that a second person releases', async () => {
  const address = { election: trial.election.code }
  const clerk = await served.window(1280)
  await clerk.logInAs('Sara Wouters', deskPaths.messages(address))
  await clerk.lookAtBoth('messages')
  await clerk.page.getByRole('link', { name: 'De avond voordien' }).click()
  await clerk.page.getByLabel('vertrekt vanzelf').check()
  await clerk.page.getByRole('button', { name: 'Bewaar wanneer' }).click()
  await clerk.page.getByText('Bewaard. Staat het uit').waitFor()
  await clerk.page.getByLabel('Onderwerp van de e-mail').fill('Tot morgen, {naam}')
  await clerk.page.getByRole('button', { name: 'Bewaar deze tekst' }).click()
  await clerk.page.getByText('Er is geen veld {naam}: regel 1, teken 13.').first().waitFor()
  await clerk.lookAtBoth('message-template-wrong')
  await clerk.page.getByLabel('Onderwerp van de e-mail').fill('Tot morgen, {voornaam}')
  await clerk.page.getByRole('button', { name: 'Kijk eerst' }).click()
  await clerk.page.getByText('Tot morgen, Lotte').waitFor()
  await clerk.page.getByRole('button', { name: 'Bewaar deze tekst' }).click()
  await clerk.page.getByText('De tekst is bewaard').waitFor()
  await clerk.lookAtBoth('message-template')

  await clerk.page.goto(served.url + deskPaths.newGroupMessage(address))
  await clerk.lookAtBoth('group-message-new')
  await clerk.page.getByLabel('Onderwerp').fill('Andere ingang')
  await clerk.page
    .getByLabel('Bericht', { exact: true })
    .fill('Dag {voornaam}\n\nKom langs de zijdeur van {plaats}.')
  await clerk.page.getByRole('button', { name: 'Kijk wie het krijgt' }).click()
  await clerk.page.getByText('3 mensen gevonden. 2 mensen krijgen het bericht').waitFor()
  await clerk.lookAtBoth('group-message-looked')
  await clerk.page.getByRole('button', { name: 'Vraag om dit naar 2 mensen te sturen' }).click()
  await clerk.page.getByText('Iemand anders moet het vrijgeven').waitFor()
  await clerk.lookAtBoth('group-message-own')

  const { deps, election } = trial
  const draft = { wording: { subject: 'Infoavond', body: 'Kom je ook, {voornaam}?', sms: '' }, filter: {} }
  const ways = { mail: true, sms: false }
  const { sha256 } = await deps.database.inScope(staffOf(trial.here), (db) =>
    groupToSend(db, { ways }, election, draft),
  )
  const seen = sha256.toString('hex')
  const other = await trial.visitor('stembureaus')
  const asked = await askGroupMessage({ ...deps, ways }, { election, ...draft, seen, by: other.staffId })
  expect(asked).toMatchObject({ ok: true })
  await clerk.page.goto(served.url + deskPaths.messages(address))
  await clerk.page.getByRole('link', { name: 'Infoavond' }).click()
  await clerk.lookAtBoth('group-message-to-release')
  await clerk.page.getByRole('button', { name: 'Geef vrij: 2 berichten' }).click()
  // Who releases proves again who they are, and then comes back to the page.
  await clerk.page.getByRole('button', { name: /Sara Wouters/ }).click()
  await clerk.page.getByRole('button', { name: 'Geef vrij: 2 berichten' }).click()
  await clerk.page.getByRole('button', { name: 'Stop wat nog niet vertrok' }).waitFor()
  post.answers((to) => ({ kind: to.startsWith('weg') ? 'refused' : 'taken', code: '550' }))
  await sendDueMessages({ ...messageDeps(deps, { mailer: post.mailer }), clock: systemClock }, [trial.here])
  await clerk.page.goto(clerk.page.url().replace(/\?.*/, ''))
  await clerk.page.getByText('2 van 2 afgehandeld').first().waitFor()
  await clerk.lookAtBoth('group-message-done')

  await clerk.page.goto(served.url + deskPaths.peopleToCall(address))
  await clerk.page.getByText('een bericht kwam terug').waitFor()
  await clerk.lookAtBoth('people-to-call')
  await clerk.page
    .getByRole('link', { name: /Ander adres/ })
    .first()
    .click()
  await clerk.lookAtBoth('member-contact')
  await clerk.page.getByRole('button', { name: 'Bewaar' }).click()
  await clerk.page.getByText('E-mail en SMS aan deze persoon').waitFor()
  await clerk.lookAtBoth('timeline-with-messages')
  await clerk.page.goto(served.url + deskPaths.failures(address))
  await clerk.lookAtBoth('message-failures')
  await clerk.close()

  const phone = await served.window(390)
  await phone.logInAs('Lotte Peeters', paths.elections())
  await phone.page.getByRole('link', { name: /Lees je oproep/ }).click()
  await phone.page.getByText('Berichten aan jou').waitFor()
  await phone.lookAtBoth('call-with-messages')
  await phone.close()
}, 240_000)
