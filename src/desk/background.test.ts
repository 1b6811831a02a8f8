import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { createLogger } from '../platform/log.ts'
import { findWork, startWork, stopWork } from './background.ts'

const someDeps = () => ({
  database: {},
  clock: fixedClock('2029-05-02T10:00:00Z'),
  log: createLogger('silent'),
})

test('work goes on while nobody waits, once for each key, and its outcome is found', async () => {
  const deps = someDeps()
  let started = 0
  const work = async ({ onProgress }: { onProgress: (done: number, total: number) => void }) => {
    started++
    onProgress(1, 4)
    await sleep(30)
    return 'made'
  }
  startWork(deps, 'print 1', work)
  startWork(deps, 'print 1', work)
  expect(findWork(deps, 'print 1')).toMatchObject({ is: 'running', done: 1, total: 4 })
  expect(findWork(deps, 'print 2')).toEqual({ is: 'none' })
  await expect.poll(() => findWork(deps, 'print 1')).toMatchObject({ is: 'ended', outcome: 'made' })
  expect(started).toBe(1)
})

test('it hears that somebody wants it to stop, and a failure is found as one', async () => {
  const deps = someDeps()
  startWork(deps, 'print', async ({ signal }) => {
    while (!signal.aborted) await sleep(5)
    throw new Error('nothing of this may be shown')
  })
  stopWork(deps, 'print')
  expect(findWork(deps, 'print')).toMatchObject({ is: 'running', isStopping: true })
  await expect.poll(() => findWork(deps, 'print')).toMatchObject({ is: 'failed' })
  expect(JSON.stringify(findWork(deps, 'print'))).not.toContain('may be shown')
})
