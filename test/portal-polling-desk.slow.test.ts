import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** The screen for the polling bureau and its copy, as the server sends them before and after polling day. */

let trial: DeskTrial
let election: Election
let voter: { name: string; sealed: Buffer; voterId: string }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 20)
  voter = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<typeof voter>`
      select v.last_name as name, v.nrn_cipher as sealed, v.voter_id as "voterId" from voters.voter v
      where v.election_id = ${election.electionId} order by v.list_number limit 1`.execute(db)
    return rows[0]!
  })
})
afterAll(() => trial.close())

/** What this voter gets at that moment, logged in a moment before. */
async function openAt(moment: string, address: typeof paths.pollingDesk | typeof paths.keptPollingDesk) {
  const deps = { ...trial.deps, clock: fixedClock(moment) }
  const citizen = { nationalNumber: deps.vault.open(voter.sealed), name: 'Eerste Kiezer' }
  const token = await startSession(deps, citizen)
  const headers = { Cookie: `kiesloket-burger=${token}` }
  const answer = await createWeb(deps).request(address({ election: election.electionId }), { headers })
  return { answer, text: await answer.text() }
}

const lastMoment = '2029-06-10T21:59:59Z'
const tooLate = '2029-06-10T22:00:00Z'

test('until polling day is over, in Belgium, both carry the moment at which they end', async () => {
  for (const address of [paths.pollingDesk, paths.keptPollingDesk] as const) {
    const { answer, text } = await openAt(lastMoment, address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Kiesloket-Until')).toBe(String(Date.parse(tooLate)))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(text).toContain(voter.name)
  }
})

test('the copy has nothing of the session and no number but that of the list, and tells the browser whose it is', async () => {
  const { answer, text } = await openAt('2029-06-09T10:00:00Z', paths.keptPollingDesk)
  expect(text).not.toMatch(/_csrf|<form/)
  expect(text).not.toContain(trial.deps.vault.open(voter.sealed))
  const cookie = answer.headers.get('Set-Cookie')!
  expect(cookie).toMatch(/^kiesloket-burger-kopie=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(Number(/Max-Age=(\d+)/.exec(cookie)![1]), 'as long as the copy').toBe(36 * 3600)
})

test('that a copy was made stands in the log', async () => {
  const events = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{ action: string }>`
      select e.action from platform.audit_event e where e.subject = ${voter.voterId}::text`.execute(db)
    return rows.map(({ action }) => action)
  })
  expect(events).toContain('citizen.polling-desk-kept')
})

test('after polling day there is no screen, no copy, and nobody’s name', async () => {
  const screen = await openAt(tooLate, paths.pollingDesk)
  expect(screen.answer.status).toBe(200)
  expect(screen.text).toContain('De verkiezing van zondag 10 juni 2029 is voorbij.')
  const copy = await openAt(tooLate, paths.keptPollingDesk)
  expect(copy.answer.status).toBe(404)
  for (const { answer, text } of [screen, copy]) {
    expect(answer.headers.get('Kiesloket-Until')).toBeNull()
    expect(text).not.toContain(voter.name)
    expect(text).not.toContain('keep-screen.js')
  }
})
