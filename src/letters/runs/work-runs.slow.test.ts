import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../municipalities/index.ts'
import { createLogger } from '../../platform/log.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { resumeRelease } from '../releasing/carry-out-release.ts'
import { approveRelease, requestRelease } from '../releasing/release-letters.ts'
import { releasesOf } from '../releasing/release-store.ts'
import { aLettersTrial, aStaffMember, type LettersTrial } from '../testing.ts'
import { askRun, stopRun } from './ask-run.ts'
import { latestRun } from './letter-run-store.ts'
import { workOneRun } from './work-runs.ts'

const voters = 60
let trial: LettersTrial
let clerk: Staff

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  clerk = await aStaffMember(trial.deps, trial.election, 'clerk@zonnedorp.example', [
    'letters.compose',
    'letters.request-release',
  ])
})
afterAll(() => trial.database.close())

const ask = (kind: 'compose' | 'sample', staff = clerk) =>
  askRun(trial.deps, { election: trial.election, staff, kind })
const stop = () => stopRun(trial.deps, { election: trial.election, staff: clerk })
const latest = () =>
  trial.here((db) => latestRun(db, trial.election.municipalityId, trial.election.electionId))
const work = (shutdown = new AbortController().signal) =>
  workOneRun({ ...trial.deps, log: createLogger('silent') }, [trial.election.municipalityId], shutdown)

describe('letters that are composed while nobody watches', () => {
  test('a worker without work does nothing; one without the right asks nothing', async () => {
    expect(await work()).toBe(false)
    expect(await ask('compose', trial.an)).toMatchObject({ because: 'right-missing' })
    expect(await stop()).toMatchObject({ because: 'nothing-under-way' })
  })

  test('asked twice it is one run, and one that no worker took yet is stopped at once', async () => {
    const answers = await Promise.all([ask('compose'), ask('compose')])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await stop()).toMatchObject({ ok: true })
    expect(await latest()).toMatchObject({ state: 'stopped' })
    expect(await work()).toBe(false)
  })

  test('a worker that shuts down leaves the run to the next one, who makes every letter once', async () => {
    await ask('compose')
    expect(await work(AbortSignal.abort())).toBe(true)
    expect(await latest()).toMatchObject({ state: 'asked', endedAt: null })
    expect(await work()).toBe(true)
    expect(await latest()).toMatchObject({
      state: 'finished',
      outcome: { ok: true, letters: voters },
      done: voters,
      total: voters,
    })
  })

  test('the run of a worker that vanished is taken over, not sooner than it may be gone', async () => {
    await ask('compose')
    const vanish = (seconds: number) =>
      trial.here((db) =>
        sql`update letters.letter_run set state = 'running', claim = gen_random_uuid(),
          seen_at = now() - make_interval(secs => ${seconds}) where state in ('asked', 'running')`.execute(
          db,
        ),
      )
    await vanish(5)
    expect(await work()).toBe(false)
    await vanish(60)
    expect(await work()).toBe(true)
    expect(await latest()).toMatchObject({ state: 'finished', outcome: { ok: true, letters: 0 } })
  })

  test('a sample is taken; what refuses it is kept with the run', async () => {
    await ask('sample')
    expect(await work()).toBe(true)
    expect(await latest()).toMatchObject({ kind: 'sample', state: 'finished', outcome: { ok: true } })
    await withdrawLetter(trial.deps, { election: trial.election, listNumber: 3, reason: 'test', by: 'test' })
    await ask('sample')
    await work()
    expect(await latest()).toMatchObject({
      outcome: { ok: false, because: 'not-every-voter-has-one-letter' },
    })
    await ask('compose')
    await work()
    await ask('sample')
    await work()
  })

  test('while a release is asked for, nothing is composed or sampled', async () => {
    expect(await trial.request()).toMatchObject({ ok: true })
    expect(await ask('sample')).toMatchObject({ because: 'already-requested' })
  })
})

describe('a release that was approved', () => {
  const approve = async () => {
    const { an, bert, election, deps } = trial
    const [newest] = await trial.here((db) => releasesOf(db, election.municipalityId, election.electionId))
    if (newest?.state !== 'requested') await requestRelease(deps, { election, staff: an })
    const [request] = await trial.here((db) => releasesOf(db, election.municipalityId, election.electionId))
    return approveRelease(deps, { election, staff: bert, sampleSha256: request!.sampleSha256 })
  }
  const newest = async () =>
    (await trial.here((db) => releasesOf(db, trial.election.municipalityId, trial.election.electionId)))[0]

  test('is decided at once; stopped before a worker has it nothing is released, and it goes on when asked', async () => {
    expect(await approve()).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({
      state: 'approved',
      decidedBy: trial.bert.staffId,
      campaignId: null,
    })
    expect(await ask('compose')).toMatchObject({ because: 'already-requested' })
    expect(await stopRun(trial.deps, { election: trial.election, staff: trial.an })).toMatchObject({
      ok: true,
    })
    expect(await work()).toBe(false)
    expect(await newest()).toMatchObject({ state: 'approved', letterCount: null })
  })

  test('left by a worker in the middle it is as if it had not begun; the next one releases every letter', async () => {
    const resumed = await resumeRelease(trial.deps, { election: trial.election, staff: trial.an })
    expect(resumed).toMatchObject({ ok: true })
    expect(await work(AbortSignal.abort())).toBe(true)
    expect(await latest()).toMatchObject({ kind: 'release', state: 'asked' })
    expect(await newest()).toMatchObject({ state: 'approved', letterCount: null })
    expect(await work()).toBe(true)
    expect(await latest()).toMatchObject({ state: 'finished', outcome: { ok: true, letters: voters } })
    expect(await newest()).toMatchObject({
      state: 'released',
      letterCount: voters,
      decidedBy: trial.bert.staffId,
    })
  })

  test('what is out of date is taken back by a worker, section by section', async () => {
    const { election } = trial
    const taker = await aStaffMember(trial.deps, election, 'taker@zonnedorp.example', ['letters.withdraw'])
    const asked = { election, kind: 'withdraw' as const, withdrawReason: 'test' }
    expect(await askRun(trial.deps, { ...asked, staff: clerk })).toMatchObject({ because: 'right-missing' })
    expect(await askRun(trial.deps, { ...asked, staff: taker })).toMatchObject({ ok: true })
    expect(await work()).toBe(true)
    expect(await latest()).toMatchObject({
      kind: 'withdraw',
      outcome: { ok: false, because: 'nothing-outdated' },
    })
  })
})

test('a release that something changed under is not carried out: the request waits for a decision again', async () => {
  const own = await aLettersTrial(voters)
  const { deps, election, bert } = own
  await own.compose()
  await own.sample()
  const asked = await own.request()
  if (!asked.ok) throw new Error(asked.because)
  expect(
    await approveRelease(deps, { election, staff: bert, sampleSha256: asked.sampleSha256 }),
  ).toMatchObject({
    ok: true,
  })
  await withdrawLetter(deps, { election, listNumber: 3, reason: 'test', by: 'test' })
  const log = createLogger('silent')
  await workOneRun({ ...deps, log }, [election.municipalityId], new AbortController().signal)
  const [release] = await own.here((db) => releasesOf(db, election.municipalityId, election.electionId))
  expect(release).toMatchObject({ state: 'requested', decidedBy: null, campaignId: null })
  await own.database.close()
})
