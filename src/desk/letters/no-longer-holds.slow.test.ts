import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { composeLetters, requestRelease, takeSample } from '../../letters/index.ts'
import { aStaffMember, closedList } from '../../letters/testing.ts'
import { getSettings, updateMunicipality } from '../../municipalities/index.ts'
import { aMunicipality, anEmail } from '../../municipalities/testing.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

let trial: DeskTrial
let second: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { election } = trial
  const deps = { ...trial.deps, portalUrl: 'http://localhost' }
  await closedList(trial.deps, election, 20, 1)
  await composeLetters(deps, { election, by: 'test' })
  await takeSample(deps, { election, by: 'test' })
  second = await trial.visitor('vrijgever')
})
afterAll(() => trial.close())

const at = () => ({ election: trial.election.code })
const page = async (address: string) => (await second.get(address)).text()
const release = () => page(paths.release(at()))
const proof = () => page(paths.proof(at()))
const holdsNoMore = 'Deze brieven kloppen niet meer'

async function telephone(phone: string): Promise<void> {
  const { here, deps } = trial
  const settings = await trial.database.inScope(staffOf(here), (db) => getSettings(db, here))
  const document = { ...settings, contact: { ...settings.contact, phone } }
  expectOk(await updateMunicipality(deps, { municipalityId: here, document, by: 'test' }))
}

test('who would ask for the release reads that the letters no longer hold, on both pages', async () => {
  expect(await proof()).not.toContain(holdsNoMore)
  expect(await release()).toContain('Vraag de vrijgave')
  await telephone('09 888 77 66')
  expect(await proof()).toContain(holdsNoMore)
  const html = await release()
  expect(html).toContain(holdsNoMore)
  expect(html).not.toContain('Vraag de vrijgave')
})

test('who decides reads it before anything is typed, and finds no button to release with', async () => {
  const { deps, election } = trial
  await telephone(aMunicipality(1).contact.phone)
  const asker = await aStaffMember({ ...deps, portalUrl: '' }, election, anEmail(), [
    'letters.request-release',
  ])
  expectOk(await requestRelease(deps, { election, staff: asker }))
  await proof()
  expect(await release()).toContain('name="number"')
  await telephone('09 888 77 66')
  const html = await release()
  expect(html).toContain(holdsNoMore)
  expect(html).toContain('Weiger deze vraag')
  expect(html).not.toContain('name="number"')
  expect(await proof()).toContain(holdsNoMore)
})
