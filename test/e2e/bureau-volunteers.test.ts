import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linksIn } from '../../dev/mail/caught-mail.ts'
import { type MailStandIn, startMailStandIn } from '../../dev/mail/stand-in.ts'
import { adoptList, freezeDraw, holdDraw } from '../../src/bureaus/index.ts'
import {
  adopted,
  aKeeper,
  aNaming,
  aPollingBureau,
  candidatesAre,
  importNamings,
  withSections,
  withVoters,
} from '../../src/bureaus/testing.ts'
import { createMailer } from '../../src/connectors/mail/index.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Mailer } from '../../src/platform/mail.ts'
import { paths } from '../../src/portal/paths.ts'
import { sendDueVolunteerMails } from '../../src/portal/volunteers/send-volunteer-mails.ts'
import { createWeb } from '../../src/server.ts'
import { testNumber } from '../../src/voters/testing.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** From the form to a seat, in a browser: somebody offers on a phone and confirms by mail, the clerk accepts and proposes. */

let trial: DeskTrial
let served: ServedDesk
let standIn: MailStandIn
let mailer: Mailer
const by = 'test'

beforeAll(async () => {
  standIn = await startMailStandIn({ smtp: 0, pages: 0 })
  const from = 'kiesbrief@zonnedorp.example'
  const mail = { MAIL_SMTP_URL: standIn.smtpUrl, MAIL_FROM: from }
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}`, ...mail }
  trial = await aDeskTrial(createWeb, env)
  await listsUsedUp()
  mailer = createMailer({ url: standIn.smtpUrl, from, timeoutMs: 5000 })
  served = await serveDesk(trial.database.url, env)
}, 180_000)
afterAll(async () => {
  await served?.close()
  mailer?.close()
  await standIn?.close()
  await trial?.close()
})

/** List A is adopted and drawn, and the only one on it turned out to be a candidate. */
async function listsUsedUp(): Promise<void> {
  const { deps, election } = trial
  await withSections(trial.database, election, [1])
  await withVoters(deps, election, 20)
  await adopted(deps, election, [aPollingBureau(1)])
  expectOk(await importNamings(deps, election, aNaming(3)))
  const decided = { decision: 'CBS 2029/7', decidedOn: '2029-05-01', by }
  expectOk(await adoptList(deps, { election, kind: 'A', ...decided }))
  const knownAt = new Date('2029-05-02T12:00:00Z')
  const announced = { publicSource: 'Lotto', knownAt, dice: 1, twoPeople: true }
  expectOk(await freezeDraw(deps, { election, staff: aKeeper(election, 'a'), ...announced }))
  deps.clock.moveTo('2029-05-02T12:01:00Z')
  const spoken = { publicValue: '1 2 3', dice: [4] }
  expectOk(await holdDraw(deps, { election, staff: aKeeper(election, 'b'), ...spoken }))
  await candidatesAre(deps, election, 3)
}

async function lastLinks(): Promise<string[]> {
  await sendDueVolunteerMails({ ...served.app, mailer }, [trial.here])
  return linksIn(standIn.caught.at(-1)!)
}

test('offered on a phone, confirmed by mail, accepted by the clerk, proposed for a seat', async () => {
  const election = trial.election.code
  const clerk = await served.window(1280)
  await clerk.logInAs('Sara Wouters', deskPaths.bureaus({ election }))
  await clerk.page.getByRole('link', { name: /Vrijwilligers/ }).click()
  await clerk.page.getByRole('button', { name: 'Zet het formulier aan' }).click()
  await clerk.lookAtBoth('volunteers-none')

  const phone = await served.window(390)
  await phone.page.goto(served.url + paths.startOf({ municipality: 'zonnedorp-1' }))
  await phone.lookAtBoth('volunteers-wanted')
  await phone.page.getByRole('link', { name: trial.election.name }).click()
  await phone.lookAtBoth('volunteer-form')
  await phone.page.getByRole('button', { name: 'Verstuur mijn aanbod' }).click()
  await phone.lookAtBoth('volunteer-form-faults')
  const { page } = phone
  await page.getByLabel('Familienaam').fill('Peeters')
  await page.getByLabel('Voornamen').fill('Lotte')
  await page.getByLabel('Dag', { exact: true }).fill('27')
  await page.getByLabel('Maand').fill('3')
  await page.getByLabel('Jaar').fill('1980')
  await page.getByLabel('Rijksregisternummer').fill(testNumber(7))
  await page.getByLabel('E-mailadres').fill('lotte@voorbeeld.example')
  await page.getByLabel('Voorzitter').check()
  await page.getByLabel('Waar zit je het liefst').fill('De Linde')
  await page.getByLabel('Ja', { exact: true }).check()
  await page.getByLabel("'s Avonds").check()
  await page.getByRole('button', { name: 'Verstuur mijn aanbod' }).click()
  await page.getByRole('heading', { name: 'We kregen je formulier' }).waitFor()
  expect(page.url(), 'nothing typed stands in an address').toBe(
    served.url + paths.volunteer({ municipality: 'zonnedorp-1', election }),
  )
  await phone.lookAtBoth('volunteer-sent')
  const [confirm] = await lastLinks()
  await page.goto(confirm!)
  await phone.lookAtBoth('volunteer-confirm')
  await page.getByRole('button', { name: 'Ja, dit is mijn aanbod' }).click()
  await phone.lookAtBoth('volunteer-confirmed')

  await clerk.page.getByRole('link', { name: 'Te beslissen' }).click()
  await clerk.lookAtBoth('volunteers')
  await clerk.page.getByRole('link', { name: 'Peeters Lotte' }).click()
  await clerk.page.getByText('Niets houdt deze persoon tegen.').waitFor()
  await clerk.lookAtBoth('volunteer-one')
  await clerk.page.getByRole('button', { name: 'Neem het aanbod aan' }).click()
  await clerk.page.getByText('Het aanbod is aangenomen').waitFor()
  const [offer] = await lastLinks()
  expect(standIn.caught.at(-1)!.subject).toBe('Je aanbod als vrijwilliger is aangenomen')
  await page.goto(offer!)
  await page.getByText('De gemeente neemt je aanbod aan.').waitFor()
  await phone.lookAtBoth('volunteer-offer')

  await clerk.page.goto(served.url + deskPaths.bureau({ election, number: 1 }))
  await clerk.page.getByRole('link', { name: 'Draag iemand voor als voorzitter' }).click()
  await clerk.lookAtBoth('volunteer-for-seat')
  await clerk.page.getByRole('button', { name: /Draag voor.*Peeters/ }).click()
  await clerk.page.getByText('De voordracht is bewaard').waitFor()
  await clerk.page
    .getByRole('link', { name: /Verloop/ })
    .first()
    .click()
  await clerk.page.getByText('Vrijwilliger').first().waitFor()
  await clerk.page.goto(`${served.url}${deskPaths.volunteers({ election })}?stand=USED`)
  await clerk.page.getByText('Peeters Lotte').waitFor()
  await clerk.page.goto(served.url + deskPaths.newVolunteer({ election }))
  await clerk.lookAtBoth('volunteer-new')
  for (const window of [clerk, phone]) await window.close()
}, 180_000)

test('without script the form works as well', async () => {
  const window = await served.window(390, { javaScriptEnabled: false })
  const { page } = window
  await page.goto(
    served.url + paths.volunteer({ municipality: 'zonnedorp-1', election: trial.election.code }),
  )
  await page.getByRole('button', { name: 'Verstuur mijn aanbod' }).click()
  await page.getByText('Dit klopt nog niet').waitFor()
  await window.close()
}, 60_000)
