import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { createWeb } from '../src/server.ts'

/** PostgreSQL takes no NUL: an address that has one must not reach it. */

let trial: DeskTrial
let clerk: Visitor
beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

test.each(['/loket/verkiezing/a%00b', '/gemeente/a%00b', '/gemeente/a%00b/privacy'])(
  '%s is a page that is not there',
  async (address) => {
    for (const answer of [await clerk.get(address), await trial.web.request(address)])
      expect(answer.status).toBe(404)
  },
)
