import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSender } from '../dev/ebox/testing.ts'
import { memberLetterCampaign } from '../src/bureaus/convoking/member-letter-campaign.ts'
import { designatedMembers } from '../src/bureaus/convoking/testing.ts'
import { aLocalElection, bureauDeps } from '../src/bureaus/testing.ts'
import { runCampaign } from '../src/delivery/index.ts'
import type { Election } from '../src/elections/index.ts'
import { followBureaus } from '../src/follow-bureaus.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { firstMunicipality } from './database.ts'
import { openInstallation, type StormInstallation } from './storm/installation.ts'

/** From a process that is killed to the clock of the excuse, through the stand-in of the e-Box. */

const people = 120
const registeredSender = aSender().client.enterpriseNumber
let installation: StormInstallation
let election: Election
beforeAll(async () => {
  installation = await openInstallation('federal-v3', { rules: [] })
  const { database, vault } = installation.app
  election = await aLocalElection(database, firstMunicipality)
  await database.inScope(staffOf(firstMunicipality), (db) =>
    sql`insert into municipalities.settings (municipality_id, version, document, recorded_by)
        select s.municipality_id, 2, jsonb_set(s.document, '{enterpriseNumber}', to_jsonb(${registeredSender}::text)), 'test'
        from municipalities.settings s`.execute(db),
  )
  await designatedMembers({ ...bureauDeps(database), vault }, election, people)
})
afterAll(() => installation.close())

interface Standing {
  readonly letters: number
  readonly assignments: number
  readonly documents: number
}

/** Letters that are kept, assignments that are past not sent, documents that delivery has: always as many. */
async function standing(): Promise<Standing> {
  const { database } = installation.app
  return database.inScope(staffOf(firstMunicipality), async (db) => {
    const { rows } = await sql<Standing>`
      select (select count(*)::integer from bureaus.member_letter) as letters,
        (select count(*)::integer from bureaus.assignment where delivery <> 'NOT_SENT') as assignments,
        (select count(*)::integer from delivery.delivery) as documents`.execute(db)
    return rows[0]!
  })
}

const convoke = () => installation.start('bureaus', 'convoke', '--authority', 'de vrederechter')

test('killed halfway it goes on where it was; started twice at once, each is called once', async () => {
  const killed = convoke()
  while ((await standing()).letters === 0) await sleep(20)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const halfway = await standing()
  expect(halfway.letters).toBeLessThan(people)
  expect(halfway).toEqual({ ...halfway, assignments: halfway.letters, documents: halfway.letters })
  const ended = await Promise.all([once(convoke(), 'exit'), once(convoke(), 'exit')])
  expect(ended.map(([status]) => status)).toEqual([0, 0])
  expect(await standing()).toEqual({ letters: people, assignments: people, documents: people })
})

test('each reaches a mailbox once, and its receipt starts the time to ask an excuse', async () => {
  const { app, road } = installation
  const campaignId = memberLetterCampaign(election, 'designation')
  const { counts, stoppedBecause } = await runCampaign(app, { municipalityId: firstMunicipality, campaignId })
  expect(stoppedBecause).toBe(null)
  const stop = new AbortController()
  await followBureaus(app, stop.signal)
  await followBureaus(app, stop.signal)
  const truth = road.standIn.truth()
  expect(truth).toMatchObject({ accepted: people, distinctRecipients: people, duplicates: { byKey: 0 } })
  const { rows } = await app.database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ delivery: string; count: number; withClock: number; events: number }>`
      select a.delivery, count(*)::integer as count, count(a.excuse_until)::integer as "withClock",
        sum((select count(*) from bureaus.assignment_event e where e.assignment_id = a.assignment_id
             and e.transition in ('note-delivered', 'note-undelivered')))::integer as events
      from bureaus.assignment a group by 1 order by 1`.execute(db),
  )
  const reached = { delivery: 'DELIVERED', count: counts.delivered, withClock: counts.delivered }
  expect(rows[0]).toEqual({ ...reached, events: counts.delivered })
  const others = rows.slice(1)
  expect(others.every(({ delivery, withClock }) => delivery === 'UNDELIVERED' && withClock === 0)).toBe(true)
  expect(rows.reduce((sum, { events }) => sum + events, 0)).toBe(people)
})
