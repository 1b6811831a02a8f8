import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSession, isFresh } from '../../municipalities/index.ts'
import { createWeb } from '../../server.ts'
import { sessionLimits } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial } from '../testing.ts'

let trial: DeskTrial
beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

test('who is invented for practice may do for the whole session what asks a fresh login', async () => {
  const { deps } = trial
  const answer = await trial.web.request(paths.become(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
    body: new URLSearchParams({ role: 'vrijgever', organisation: '1999000150' }).toString(),
  })
  const [token = ''] = answer.headers
    .getSetCookie()
    .flatMap((line) => /^kiesloket=([^;]+)/.exec(line)?.[1] ?? [])
  const found = await findSession(deps, token, sessionLimits(deps))
  if (found.is !== 'running') throw new Error(found.is)
  const later = new Date(deps.clock.now().getTime() + 60 * 60_000)
  expect(isFresh(found.session, later, deps.config.FRESH_LOGIN_MINUTES)).toBe(true)
})
