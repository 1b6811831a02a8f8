import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CampaignRef, campaignStatus } from '../src/delivery/index.ts'
import { composeLetters } from '../src/letters/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { testDatabase } from './database.ts'
import { expectOk } from './expect-ok.ts'
import { openInstallation, type StormInstallation } from './storm/installation.ts'
import { closedElection, release } from './storm/line.ts'

/** SIGTERM to each process that goes on until it is stopped; judged by what the e-Box says that it accepted. */

describe('a process that sends', () => {
  const letters = 400
  let installation: StormInstallation
  let campaign: CampaignRef

  beforeAll(async () => {
    installation = await openInstallation('federal-v3', { rules: [] })
    const { app } = installation
    const { election } = await closedElection(installation, letters)
    expectOk(await composeLetters({ ...app, portalUrl: app.config.PORTAL_URL }, { election, by: 'test' }))
    campaign = await release(installation, election)
  })
  afterAll(() => installation.close())

  const accepted = () => installation.road.standIn.truth().accepted
  const countsNow = async () => {
    const { app } = installation
    const scope = staffOf(campaign.municipalityId)
    return (await app.database.inScope(scope, (db) => campaignStatus(db, campaign, new Date())))!.counts
  }

  /** Until some of its letters have left, to an e-Box that answers after so long. */
  async function sending(answersAfterMs: number, ...args: string[]): Promise<ChildProcess> {
    const slow = { kind: 'slow-reply', on: 'publish', delayMs: answersAfterMs } as const
    installation.road.standIn.faults.plan({ rules: [slow] })
    const before = accepted()
    const child = installation.start(...args)
    while (accepted() < before + 20) await sleep(10)
    return child
  }

  test.each([
    { args: ['work'], status: 0 },
    { args: ['delivery', 'run'], status: 1 }, // not all has been delivered, it says
  ])(
    '$args: within a second nothing leaves any more, and what is on its way is heard',
    async ({ args, status }) => {
      const child = await sending(1500, ...args)
      child.kill('SIGTERM')
      await sleep(1000)
      const afterASecond = accepted()
      expect(child.exitCode, 'it waits for answers').toBe(null)
      expect(await once(child, 'exit')).toEqual([status, null])
      expect(accepted()).toBe(afterASecond)
      const { delivered, inactive, attempting, waiting } = await countsNow()
      expect(delivered + inactive).toBe(afterASecond)
      expect({ attempting, waiting }).toEqual({ attempting: 0, waiting: letters - afterASecond })
    },
  )

  test.each([[['work']], [['delivery', 'run']]])('%j: asked twice, it ends at once', async (args) => {
    const child = await sending(4000, ...args)
    child.kill('SIGTERM')
    await sleep(200)
    expect(child.exitCode).toBe(null)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
    expect((await countsNow()).attempting, 'it did not wait').toBeGreaterThan(0)
  })

  test('and whatever way they were stopped, each person has it once', async () => {
    installation.road.standIn.faults.clear()
    expect(await once(installation.start('delivery', 'run'), 'exit')).toEqual([0, null])
    expect(installation.road.standIn.truth()).toMatchObject({
      ...{ accepted: letters, distinctRecipients: letters },
      duplicates: { byRecipientAndType: 0, byKey: 0 },
    })
  })
})

test('the pages stop though somebody never ends asking', async () => {
  const database = await testDatabase()
  const env = { ...process.env, DATABASE_URL: database.url, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [resolve('bin/kiesloket.js'), 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const [line] = (await once(createInterface({ input: child.stderr }), 'line')) as [string]
    const url = new URL(/Pages: (\S+)/.exec(line)![1]!)
    expect((await fetch(url)).status).toBe(200)
    const asking = connect(Number(url.port), url.hostname)
    asking.on('error', () => {})
    await once(asking, 'connect')
    asking.write('GET / HTTP/1.1\r\n')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    await expect(fetch(url)).rejects.toThrow()
  } finally {
    child.kill('SIGKILL')
    await database.close()
  }
})
