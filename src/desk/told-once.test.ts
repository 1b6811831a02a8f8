import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWeb } from '../server.ts'
import { paths } from './paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from './testing.ts'

let trial: DeskTrial
let clerk: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

const page = async (address: string, who = clerk) => (await who.get(address)).text()
const success = 'govuk-notification-banner--success'

test('an address says by itself that nothing was done', async () => {
  for (const code of ['letters-taken-back-sent', 'stayed', 'made-up'])
    expect(await page(`${paths.start()}?gelukt=${code}`)).not.toContain(success)
})

test('who did something reads it once, and nobody else with the same address', async () => {
  const other = await trial.visitor('medewerker')
  const answer = await clerk.post(paths.stay(), { naar: paths.start() })
  const address = answer.headers.get('Location')!
  expect(address).toBe(`${paths.start()}?gelukt=stayed`)
  expect(await page(`${paths.start()}?gelukt=delivery-stopped`), 'another deed').not.toContain(success)
  expect(await page(address, other)).not.toContain(success)
  expect(await page(address)).toContain(success)
  expect(await page(address), 'loaded again').not.toContain(success)
})
