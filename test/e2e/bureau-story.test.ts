import { afterAll, beforeAll, test, vi } from 'vitest'
import { closeTerms } from '../../src/bureaus/index.ts'
import { addsUp, getsStatement, paysAll, reportsAbsence } from '../bureau-story/after.ts'
import {
  type Assessors,
  asksWithCertificate,
  firstAssessors,
  isExcused,
  makesKey,
  replacementsAnswer,
  saysToCome,
  theOthersAnswer,
  theOthersAreExcused,
} from '../bureau-story/answers.ts'
import { callsAll, divides, drawsListB, plans, readsListA, signsAll } from '../bureau-story/before.ts'
import {
  boardFills,
  closesBureau,
  codeOfFirst,
  formsBureau,
  opensBureau,
} from '../bureau-story/polling-day.ts'
import { itIs, openStage, type Stage } from '../bureau-story/stage.ts'

/**
 * Forty bureaus from the plan to the last euro, in one go: a clerk, a registrar, a magistrate, a chair and two assessors in a browser,
 * by the links and buttons that their pages offer, each on the day that the calendar has for it. Of what hundreds do alike the browser
 * plays one, and the functions behind the pages the others.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

let stage: Stage
let assessors: Assessors

beforeAll(async () => {
  stage = await openStage('2030-08-05T08:00:00Z')
})
afterAll(() => stage?.close())

test('the clerk plans forty bureaus', () => plans(stage))

test('list A is read in, adopted and sent', async () => {
  itIs('2030-08-12T08:00:00Z')
  await readsListA(stage)
})

test('out of whom is drawn lies fixed before chance speaks, and another person draws', async () => {
  itIs('2030-08-19T08:00:00Z')
  await drawsListB(stage)
})

test('the lists are divided over the seats and proposed', async () => {
  itIs('2030-08-26T08:00:00Z')
  await divides(stage)
})

test('the magistrate signs for all', async () => {
  itIs('2030-09-02T08:00:00Z')
  await signsAll(stage)
})

test('everybody is called, in the e-Box or on paper', async () => {
  itIs('2030-09-03T08:00:00Z')
  await callsAll(stage)
})

test('an assessor says to come, another asks to be excused with a certificate, and so do the others', async () => {
  itIs('2030-09-04T08:00:00Z')
  await makesKey(stage)
  assessors = await firstAssessors(stage)
  await saysToCome(stage, assessors.coming)
  await asksWithCertificate(stage, assessors.asking)
  await theOthersAnswer(stage)
})

test('who has a reason is excused, and whoever comes in the place is designated, called and answers', async () => {
  itIs('2030-09-05T08:00:00Z')
  await isExcused(stage, assessors.asking)
  await theOthersAreExcused(stage)
  itIs('2030-09-06T08:00:00Z')
  await signsAll(stage)
  await callsAll(stage)
  await replacementsAnswer(stage)
})

test('on the day a chair notes who comes, and the board of the town hall moves along', async () => {
  itIs('2030-10-11T08:00:00Z')
  await closeTerms(stage.desk.app, stage.election)
  const code = await codeOfFirst(stage)
  const phone = await opensBureau(stage, code, '2030-10-13T05:10:00Z')
  await formsBureau(stage, phone)
  await boardFills(stage)
  await closesBureau(phone)
})

test('who stayed away is reported, everybody who is owed is paid, and who served gets a statement', async () => {
  itIs('2030-10-14T08:00:00Z')
  await reportsAbsence(stage)
  await paysAll(stage)
  await addsUp(stage)
  await getsStatement(stage, assessors.coming)
})
