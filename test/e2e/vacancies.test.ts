import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCall, confirm, keptBureaus } from '../../src/bureaus/index.ts'
import { aCalledMember, aMember, aTownToSeat } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** The last days: an open seat is filled by who comes next, and somebody of the reserve is phoned and called up. */

let trial: DeskTrial
let served: ServedDesk

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election, database } = trial
  const town = { database, election, sections: 2, voters: 70, onListA: [3] }
  await aTownToSeat(deps, { ...town, assessors: [2, 2], substitutes: 1 })
  const kept = await database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const { seatId } = kept[0]!.seats.find(({ role }) => role === 'SUBSTITUTE')!
  const assignmentId = await aCalledMember(deps, {
    ...{ election, seatId, memberId: await aMember(deps, election, 90) },
  })
  const step = { election, assignmentId }
  const contact = { phone: '0470 12 34 56' }
  await answerCall(deps, { ...step, contact, by: 'citizen', authority: 'person' })
  await confirm(deps, { ...step, by: 'clerk', authority: 'municipality' })
  served = await serveDesk(trial.database.url, env)
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

test('who comes next is proposed, and who says to come on the telephone gets a seat', async () => {
  const window = await served.window(1280)
  const { page } = window
  await window.logInAs('Sara Wouters', paths.bureaus({ election: trial.election.code }))
  await page.getByRole('link', { name: 'Openstaande plaatsen' }).click()
  await window.lookAtBoth('vacancies')
  await page.getByRole('button', { name: 'Draag voor wie volgt voor Voorzitter 1' }).first().click()
  await page.getByText('De voordracht is bewaard.').waitFor()
  await page.getByRole('link', { name: 'Bellijst' }).click()
  await page.getByRole('button', { name: 'Komt (Peeters 90 Lotte)' }).click()
  await page.getByText('Het gesprek is genoteerd.').waitFor()
  await window.lookAtBoth('phone-list')
  await page.getByLabel('Plaats voor Peeters 90 Lotte').selectOption({ index: 0 })
  await page.getByRole('button', { name: 'Roep op' }).click()
  await page.getByText('Opgeroepen voor deze plaats. De brief').waitFor()
  expect(await page.getByText('Peeters 90 Lotte').count()).toBe(0)
  await window.lookAtBoth('phone-list-empty')
  await window.close()
})
