import { afterAll, beforeAll, test } from 'vitest'
import { type AssignmentId, type MemberId, newId } from '../../src/platform/ids.ts'
import type { MyConvocation } from '../../src/portal/index.ts'
import { paths } from '../../src/portal/paths.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'

/** The place for the calls of members of bureaus, filled by a fake, in a browser. */

let portal: ServedPortal
beforeAll(async () => {
  portal = await servePortal()
}, 180_000)
afterAll(() => portal?.close())

test('who is called for a bureau reads it above the elections, on both widths', async () => {
  const { trial, served } = portal
  const call: MyConvocation = {
    ...{ municipalityId: trial.here, electionId: trial.election.electionId },
    ...{ assignmentId: newId<AssignmentId>(), memberId: newId<MemberId>() },
    ...{ isDelivered: true, isExcused: false, reply: 'NONE' },
    ...{ electionName: 'Federale, Vlaamse en Europese verkiezingen', day: '2029-06-10', from: '07:00' },
    ...{ role: 'ADJUNCT_SECRETARY', bureau: { kind: 'POLLING', number: '12' } },
    place: { name: 'Sporthal De Zonnebloem', addressLines: ['Kerkstraat 1', '9999 Zonnedorp'] },
  }
  const counting: MyConvocation = { ...call, role: 'CHAIR', bureau: { kind: 'COUNTING', number: '3' } }
  Object.assign(served.app, { findMyConvocations: async () => [call, counting] })
  const window = await served.window(390)
  await window.logInAs('Eerste Kiezer', paths.elections())
  await window.page.getByText('Sporthal De Zonnebloem').first().waitFor()
  await window.lookAtBoth('citizen-convocations')
  await window.page.goto(`${served.url}${paths.elections()}?taal=de`)
  await window.lookAtBoth('citizen-convocations-de')
  Object.assign(served.app, {
    findMyConvocations: async () => [
      { ...call, isExcused: true },
      { ...counting, assignmentId: newId<AssignmentId>(), isRevoked: true },
    ],
  })
  await window.page.goto(`${served.url}${paths.elections()}?taal=nl`)
  await window.lookAtBoth('citizen-convocations-released')
  await window.page.goto(served.url + paths.call({ call: call.assignmentId }))
  await window.lookAtBoth('citizen-call-excused')
  await window.close()
})
