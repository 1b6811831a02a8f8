import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksIn } from '../../dev/mail/caught-mail.ts'
import { type MailStandIn, startMailStandIn } from '../../dev/mail/stand-in.ts'
import { lettersOfListNumber } from '../../src/letters/letter-store.ts'
import { openMailer } from '../../src/open-mailer.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { workMails } from '../../src/portal/mail/work-mails.ts'
import { paths } from '../../src/portal/paths.ts'
import { openVoter } from '../../src/voters/index.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'

/** A citizen reads who looked, asks for mail, confirms it on another device, and ends it from the mail. */

let portal: ServedPortal
let standIn: MailStandIn
let mails: { stop(): Promise<void> }

beforeAll(async () => {
  standIn = await startMailStandIn({ smtp: 0, pages: 0 })
  portal = await servePortal({ MAIL_SMTP_URL: standIn.smtpUrl })
  const { app } = portal.served
  const mailer = await openMailer(app.config)
  mails = workMails(
    { ...app, mailer: mailer! },
    { municipalities: async () => [portal.trial.here], lookEveryMs: 100, planEveryMs: 1000 },
  )
}, 180_000)
afterAll(async () => {
  await mails?.stop()
  await portal?.close()
  await standIn?.close()
})

async function mailTo(address: string) {
  for (;;) {
    const mail = standIn.caught.find(({ to }) => to === address)
    if (mail) return mail
    await new Promise((again) => setTimeout(again, 50))
  }
}

test('who looked, in which role and why, is there to read', async () => {
  const { trial, election } = portal
  const { municipalityId, electionId } = election
  const [letter] = await trial.database.inScope(staffOf(municipalityId), (db) =>
    lettersOfListNumber(db, municipalityId, electionId, 1),
  )
  const clerk = await trial.visitor('loket')
  const reason = 'Vraagt iets over de eigen kiesbrief'
  await openVoter(trial.deps, { election, voterId: letter!.voter_id, by: clerk.staffId, reason })
  const window = await portal.served.window(390)
  await window.logInAs('Eerste Kiezer', paths.elections())
  await window.page.getByRole('link', { name: 'Mijn gegevens' }).click()
  await window.page.getByRole('heading', { name: 'Mijn gegevens' }).waitFor()
  await window.page.getByText('Medewerker aan het loket').waitFor()
  await window.page.getByText(/Wat je hier zelf deed/).click()
  await window.lookAtBoth('citizen-my-data')
  await window.close()
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  const address = `kiezer${width}@voorbeeld.example`

  test('mail is asked, confirmed on another device, and ended from the mail', async () => {
    const { served, election } = portal
    const window = await served.window(width)
    const { page } = window
    await window.logInAs('Tweede Kiezer', paths.elections())
    await page.getByRole('link', { name: /^Alles over/ }).click()
    await page.getByRole('link', { name: 'Krijg een mail over deze verkiezing' }).click()
    await page.getByRole('heading', { name: 'E-mail over je kiesbrief' }).waitFor()
    await window.look('citizen-mail')
    await page.getByLabel('Je e-mailadres').fill('kiezer')
    await page.getByRole('button', { name: 'Stuur me die mail' }).click()
    await page.getByRole('alert').getByText('Schrijf een volledig e-mailadres').waitFor()
    await window.look('citizen-mail-wrong')
    await window.lookInTheDark('citizen-mail-wrong')
    await page.getByLabel('Je e-mailadres').fill(address)
    await page.getByRole('button', { name: 'Stuur me die mail' }).click()
    await page.getByRole('heading', { name: 'Bevestig nog je adres' }).waitFor()
    await window.look('citizen-mail-pending')
    const [confirm, stop] = linksIn(await mailTo(address))

    const other = await served.window(width, { javaScriptEnabled: false })
    await other.page.goto(confirm!)
    await other.page.getByRole('button', { name: 'Ja, dit is mijn adres' }).click()
    await other.page.getByRole('heading', { name: 'Je adres is bevestigd' }).waitFor()
    await other.page.context().close()

    await page.reload()
    await page.getByRole('heading', { name: 'Mails staan aan' }).waitFor()
    await window.look('citizen-mail-on')
    await page.goto(confirm!)
    await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
    await window.look('citizen-mail-link-gone')
    await page.goto(stop!)
    await window.look('citizen-mail-stop')
    await page.getByRole('button', { name: 'Stop de mails' }).click()
    await page.getByRole('heading', { name: 'De mails zijn gestopt' }).waitFor()
    await window.look('citizen-mail-stopped')
    await page.goto(served.url + paths.mail({ election: election.electionId }))
    expect(await page.getByText(address).count()).toBe(0)
    await window.close()
  })

  test('the mail itself can be read, as a mail program shows it', async () => {
    const mail = await mailTo(address)
    const window = await portal.served.window(width)
    await window.page.setContent(mail.html)
    expect(await window.page.locator('a').count()).toBe(2)
    const tooWide = await window.page.evaluate<number>(
      'document.documentElement.scrollWidth - window.innerWidth',
    )
    expect(tooWide).toBeLessThanOrEqual(0)
    const folder = process.env.DESK_SHOTS
    if (folder) await window.page.screenshot({ path: `${folder}/mail-confirm-${width}.png`, fullPage: true })
    await window.page.context().close()
  })
})
