import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { installEarlier, releaseLettersOf } from './earlier-installation.ts'
import { beforeNewestMigration, checkOut, thisRelease } from './release.ts'

/**
 * An earlier release out of the history sends; in the middle this one migrates, then works beside it, then alone.
 * `npm run rolling`; `ROLLING_FROM` names the revision. It takes the history, so `npm test` leaves it out.
 */

const from = process.env.ROLLING_FROM
const voters = 2000

test.skipIf(!from)(
  `from ${from ?? 'an earlier release'} to this one, in the middle of a campaign`,
  async () => {
    const earlier = await checkOut(from === 'before-newest-migration' ? await beforeNewestMigration() : from!)
    const installation = await installEarlier(earlier)
    const { env, folder, road, owner } = installation
    const workers: ChildProcess[] = []
    const startWorker = (release: typeof thisRelease) => {
      const worker = release.start(env, 'work')
      workers.push(worker)
      return worker
    }
    const accepted = () => road.standIn.truth().accepted
    const untilMore = async (more: number) => {
      for (const goal = accepted() + more; accepted() < goal; await sleep(20));
    }
    try {
      await releaseLettersOf(earlier, installation, voters)
      const oldWorker = startWorker(earlier)
      await untilMore(200)
      const before = accepted()
      const started = Date.now()
      const migrated = await thisRelease.json(env, 'migrate')
      const migration = {
        ...migrated,
        seconds: (Date.now() - started) / 1000,
        sentMeanwhile: accepted() - before,
      }
      await untilMore(200)
      const newWorker = startWorker(thisRelease)
      const attemptsBy = async ({ pid }: ChildProcess) => {
        const ofWorker = `select count(*)::int as n from delivery.attempt where split_part(worker, ':', 2)::int = $1`
        return (await owner.query(ofWorker, [pid])).rows[0].n as number
      }
      while ((await attemptsBy(newWorker)) < 100) await sleep(50)
      const oldEnded = once(oldWorker, 'exit')
      oldWorker.kill('SIGTERM')
      expect(await oldEnded).toEqual([0, null])
      while (
        ((await thisRelease.json(env, 'delivery', 'status')).items as { finishedAt?: string }[])[0]
          ?.finishedAt === undefined
      )
        await sleep(500)
      const sentBy = { old: await attemptsBy(oldWorker), new: await attemptsBy(newWorker) }
      const truth = road.standIn.truth()
      console.log({ from: earlier.commit, migration, sentBy, truth })
      expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
      expect(truth).toMatchObject({ accepted: voters, distinctRecipients: voters })
      expect(migration.sentMeanwhile).toBeGreaterThan(0)
      for (const count of Object.values(sentBy)) expect(count).toBeGreaterThan(0)

      await thisRelease.json(env, 'letters', 'print', '--out', join(folder, 'print'))
      const written = await thisRelease.json(
        env,
        'certificate',
        'write',
        '--out',
        join(folder, 'certificate'),
      )
      await thisRelease.json(env, 'certificate', 'verify', dirname(String(written.certificateFile)))
    } finally {
      for (const worker of workers) worker.kill('SIGKILL')
      await installation.close()
      await earlier.remove()
    }
  },
)
