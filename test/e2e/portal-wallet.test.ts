import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestPassOwner } from '../../dev/seal/make-test-pass-owner.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createPassMaker } from '../../src/platform/wallet/pass-maker.ts'
import { paths } from '../../src/portal/paths.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { vouchForPhoneView } from '../vouch-for-phone-view.ts'

/** A citizen puts polling day into the wallet of a phone; what the pass holds is tried in `portal-wallet.slow.test.ts`. */

let portal: ServedPortal
beforeAll(async () => {
  portal = await servePortal()
}, 180_000)
afterAll(() => portal?.close())

test('the pass for a wallet is on the page, on both widths, and a file that comes down', async () => {
  const { election, served, trial } = portal
  await trial.database.inScope(staffOf(trial.here), (db) => vouchForPhoneView(db, election))
  Object.assign(served.app, { passMaker: createPassMaker(await makeTestPassOwner()) })
  const window = await served.window(390)
  await window.logInAs('Eerste Kiezer', paths.election({ election: election.electionId }))
  const link = window.page.getByRole('link', { name: 'Zet in Apple Wallet' })
  await window.lookAtBoth('citizen-wallet')
  const [download] = await Promise.all([window.page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('stemmen.pkpass')
  await window.close()
})
