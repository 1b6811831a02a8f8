import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { designate, keptBureaus } from '../../../bureaus/index.ts'
import { adopted, aMember, aPollingBureau, aProposal, withSections } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { AssignmentId, SeatId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'
import { texts } from './texts.nl.ts'

/** Somebody goes to another seat: asked by the municipality, decided by the magistrate, both on the page of the person. */

let trial: DeskTrial
let clerk: Visitor
let magistrate: Visitor
let assignment: AssignmentId
let substitutes: SeatId[]
let election: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = trial.election.code
  await withSections(trial.database, trial.election, [1])
  await adopted(trial.deps, trial.election, [aPollingBureau(1, 4, 4)])
  const kept = await trial.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, trial.election))
  const seatsOf = (role: string) =>
    kept[0]!.seats.filter((one) => one.role === role).map(({ seatId }) => seatId)
  substitutes = seatsOf('SUBSTITUTE')
  const memberId = await aMember(trial.deps, trial.election, 1)
  const order = { election: trial.election, seatId: seatsOf('ASSESSOR')[0]!, memberId }
  assignment = await aProposal(trial.deps, order)
  const signed = {
    election: trial.election,
    assignmentId: assignment,
    by: 'judge',
    authority: 'magistrate',
  } as const
  await designate(trial.deps, signed)
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('magistraat')
})
afterAll(() => trial.close())

const page = (who: Visitor, address: string) => who.get(address).then((answer) => answer.text())
const person = () => paths.bureauAssignment({ election, assignment })
const moving = () => paths.moveMember({ election, assignment })
const deciding = () => paths.decideMove({ election, assignment })

test('who keeps the bureaus asks it, with an open seat and why; the magistrate is offered no such page', async () => {
  expect(await page(clerk, person())).toContain(texts.link)
  expect(await page(magistrate, person())).not.toContain(texts.link)
  expect((await magistrate.get(moving())).status).toBe(403)
  const form = await page(clerk, moving())
  expect(form).toContain(texts.designated)
  expect(await htmlFaults(form)).toEqual([])
  expect((await clerk.post(moving(), { reden: 'Te ver.' })).status).toBe(422)
  expect((await clerk.post(moving(), { plaats: substitutes[0]! })).status).toBe(422)
  const asked = await clerk.post(moving(), { plaats: substitutes[0]!, reden: 'Te ver.' })
  expect(asked.headers.get('location')).toMatch(/gelukt=move-asked$/)
  const seen = await page(clerk, person())
  expect(seen).toContain('Reden: Te ver.')
  expect(seen, 'the clerk decides nothing').not.toContain(`>${texts.asked.move}<`)
})

test('the magistrate finds it with the proposals, refuses it with why, or moves the person', async () => {
  const list = await page(magistrate, paths.bureauProposals({ election }))
  expect(list).toContain(texts.list.title)
  const seen = await page(magistrate, person())
  expect(await htmlFaults(seen)).toEqual([])
  expect((await clerk.post(deciding(), { beslissing: 'ja' })).status).toBe(403)
  expect((await magistrate.post(deciding(), { beslissing: 'neen' })).status).toBe(422)
  const left = await magistrate.post(deciding(), { beslissing: 'neen', nietVerplaatst: 'Blijft.' })
  expect(left.headers.get('location')).toMatch(/gelukt=move-refused$/)
  expect(await page(clerk, person())).toContain('Blijft.')
  await clerk.post(moving(), { plaats: substitutes[0]!, reden: 'Toch.' })
  const moved = await magistrate.post(deciding(), { beslissing: 'ja' })
  expect(moved.headers.get('location')).toMatch(/gelukt=member-moved$/)
  expect(moved.headers.get('location'), 'the page of the new seat').not.toContain(assignment)
  expect((await magistrate.post(deciding(), { beslissing: 'ja' })).status, 'nothing is asked any more').toBe(
    422,
  )
})
