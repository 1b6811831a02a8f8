import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { composeLetters, releasesOf, takeSample, workRuns } from '../src/letters/index.ts'
import { closedList } from '../src/letters/testing.ts'
import { listDeputies } from '../src/municipalities/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'
import { expectOk } from './expect-ok.ts'

/** Who may be the second person, by the pages: a deputy, who breaks the glass, and in no guise the one who asked. */

const voters = 20
const reason = 'An en Bert gebeld om 9 en om 10 uur, geen antwoord'
let trial: DeskTrial
let proef: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await closedList(deps, election, voters, 1)
  await composeLetters({ ...deps, portalUrl: 'http://localhost' }, { election, by: 'test' })
  proef = expectOk(await takeSample(deps, { election, by: 'test' })).sampleSha256.toString('hex')
})
afterAll(() => trial.close())

const at = () => ({ election: trial.election.code })
const here = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const newest = async () => (await here((db) => releasesOf(db, trial.here, trial.election.electionId)))[0]
const events = (count: number) => here((db) => latestAuditEvents(db, trial.here, count))
const said = async (answer: Response) => ({ status: answer.status, text: await answer.text() })

async function ask(who: Visitor): Promise<void> {
  await who.get(paths.proof(at()))
  expect((await who.post(paths.requestRelease(at()), { proef, opnieuw: 'nog eens bekeken' })).status).toBe(
    303,
  )
}
/** Opens the proof and tries, whatever the page shows. */
async function release(who: Visitor) {
  await who.get(paths.proof(at()))
  return said(await who.post(paths.releaseLetters(at()), { proef, hold: 'ja', number: String(voters) }))
}
const takeBack = (who: Visitor) => who.post(paths.refuseRelease(at()), { reason: 'volgende' })
const glass = (who: Visitor, fields: Record<string, string> = {}) =>
  who.post(paths.breakGlass(at()), { proef, reden: reason, bevestigd: 'ja', ...fields })

const period = {
  ...{ 'van-day': '1', 'van-month': '5', 'van-year': '2029' },
  ...{ 'tot-day': '4', 'tot-month': '5', 'tot-year': '2029' },
}
const nameOwn = (who: Visitor, deputy: Visitor, more: object = {}) =>
  who.post(paths.nameOwnDeputy(), { vervanger: deputy.staffId, ...period, reden: 'met verlof', ...more })
const nameFor = (who: Visitor, absent: Visitor, deputy: Visitor) =>
  who.post(paths.nameDeputy(), {
    ...{ afwezig: absent.staffId, vervanger: deputy.staffId, ...period, reden: 'met verlof' },
  })
async function endAll(who: Visitor): Promise<void> {
  for (const { deputyId, endedAt } of await listDeputies(trial.deps, { municipalityId: trial.here }))
    if (!endedAt) await who.post(paths.endDeputy(), { vervanging: deputyId })
}

describe('naming a deputy', () => {
  test('who releases names one, told field by field what is missing', async () => {
    const [an, carla] = [await trial.visitor('vrijgever'), await trial.visitor('medewerker')]
    const nothing = await said(await an.post(paths.nameOwnDeputy()))
    expect(nothing.status).toBe(422)
    for (const text of ['Kies wie vervangt', 'Deze dag bestaat niet', 'Schrijf waarom'])
      expect(nothing.text).toContain(text)
    const long = await said(await nameOwn(an, carla, { 'tot-year': '2030' }))
    expect(long.text).toContain('meer dan 92 dagen')
    expect(long.text, 'what was typed is still there').toContain('value="met verlof"')
    expect((await nameOwn(an, carla)).status).toBe(303)
    const page = await (await carla.get(paths.deputies())).text()
    expect(page).toContain('met verlof')
    expect(await (await carla.get(paths.start())).text()).toContain('U vervangt')
    expect(await (await an.get(paths.start())).text()).toContain('vervangt u tot en met')
    expect((await carla.post(paths.endDeputy(), { vervanging: 'x' })).status).toBe(422)
    await endAll(carla)
    expect(await (await an.get(paths.start())).text()).not.toContain('vervangt u')
    expect((await events(1))[0]).toMatchObject({ action: 'staff.deputy-ended' })
  })

  test('sent twice at once it is one, and ended once it is over', async () => {
    const [an, carla] = [await trial.visitor('vrijgever'), await trial.visitor('medewerker')]
    const answers = await Promise.all([nameOwn(an, carla), nameOwn(an, carla)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const standing = (await listDeputies(trial.deps, { municipalityId: trial.here })).filter(
      ({ absent, endedAt }) => absent === an.staffId && !endedAt,
    )
    expect(standing).toHaveLength(1)
    await an.post(paths.endDeputy(), { vervanging: standing[0]!.deputyId })
    expect(await (await carla.get(paths.start())).text()).not.toContain('U vervangt')
    expect((await nameOwn(an, carla)).status, 'and may be named anew').toBe(303)
    await endAll(an)
  })

  test('nobody stands in who may not see the letters, nor for who does not release, nor for oneself', async () => {
    const [an, els] = [await trial.visitor('vrijgever'), await trial.visitor(['beheerder', 'medewerker'])]
    const [lot, karim] = [await trial.visitor('loket'), await trial.visitor('medewerker')]
    expect((await said(await nameOwn(an, lot))).text).toContain('niet bekijken')
    expect((await said(await nameOwn(an, an))).text).toContain('Niemand vervangt zichzelf')
    expect((await said(await nameFor(els, an, els))).text).toContain('Niemand vervangt zichzelf')
    expect((await said(await nameFor(els, karim, lot))).text).toContain('niets te vervangen')
    expect((await nameFor(karim, an, karim)).status).toBe(403)
    expect((await nameOwn(karim, els)).status).toBe(403)
  })
})

describe('whoever asked is not the second person', () => {
  const guises = {
    'by the own right': async () => {
      const asker = await trial.visitor('vrijgever')
      return { asker, decider: asker }
    },
    'as a deputy of another': async () => {
      const [asker, an] = [await trial.visitor('medewerker'), await trial.visitor('vrijgever')]
      expect((await nameOwn(an, asker)).status).toBe(303)
      return { asker, decider: asker }
    },
    'having the glass broken by oneself': async () => {
      const asker = await trial.visitor(['beheerder', 'medewerker'])
      return { asker, decider: asker, breaks: true }
    },
    'by a deputy who stands for who asked': async () => {
      const [asker, decider] = [await trial.visitor('vrijgever'), await trial.visitor('medewerker')]
      expect((await nameOwn(asker, decider)).status).toBe(303)
      return { asker, decider }
    },
    'by a deputy whom who asked named for another': async () => {
      const [asker, an] = [await trial.visitor(['beheerder', 'medewerker']), await trial.visitor('vrijgever')]
      const decider = await trial.visitor('medewerker')
      expect((await nameFor(asker, an, decider)).status).toBe(303)
      return { asker, decider }
    },
  }

  for (const [guise, people] of Object.entries(guises))
    test(guise, async () => {
      const { asker, decider, ...more } = await people()
      await ask(asker)
      if ('breaks' in more) {
        expect(await (await asker.get(paths.breakGlass(at()))).text()).toContain('U vroeg deze vrijgave zelf')
        expect((await glass(asker)).status).toBe(422)
      }
      const page = await (await decider.get(paths.release(at()))).text()
      expect(page).not.toContain('Geef deze brieven vrij')
      expect(page).not.toContain('Vrijgeven bij noodgeval</a>')
      expect(await release(decider)).toMatchObject({ status: 409 })
      const [refusal] = await events(1)
      expect(refusal).toMatchObject({ actor: decider.staffId, action: 'desk.refused' })
      expect(refusal!.details).toMatchObject({ event: 'letters.release-approved', because: 'same-person' })
      expect(await newest()).toMatchObject({ state: 'requested' })
      await takeBack(asker)
      await endAll(await trial.visitor('beheerder'))
    })
})

describe('when nobody who may release is there', () => {
  test('without the right the glass stays whole, and without a reason, a word or the right letters too', async () => {
    const [karim, els] = [await trial.visitor('medewerker'), await trial.visitor('beheerder')]
    expect(await (await els.get(paths.breakGlass(at()))).text()).toContain('Er staat geen vraag open')
    await ask(karim)
    for (const role of ['lezer', 'medewerker', 'vrijgever', 'loket'] as const)
      expect((await glass(await trial.visitor(role))).status, role).toBe(403)
    expect(await release(els)).toMatchObject({ status: 409 })
    const wrong = { reden: 'niemand', bevestigd: '' }
    expect(await said(await glass(els, wrong))).toMatchObject({
      text: expect.stringContaining('Schrijf meer'),
    })
    expect((await said(await els.post(paths.breakGlass(at()), { proef, reden: reason }))).text).toContain(
      'Anders is dit geen noodgeval',
    )
    expect((await said(await glass(els, { proef: '0'.repeat(64) }))).text).toContain('andere aanvraag')
    await takeBack(karim)
  })

  test('a deputy goes before the glass, and releases with what that says on every page', async () => {
    const [karim, els] = [await trial.visitor('medewerker'), await trial.visitor('beheerder')]
    const [an, carla] = [await trial.visitor('vrijgever'), await trial.visitor('medewerker')]
    await nameOwn(an, carla)
    await ask(karim)
    expect((await said(await glass(els))).text).toContain('Er is een vervanger')
    expect(await (await carla.get(paths.release(at()))).text()).toContain('eerst')
    await carla.get(paths.proof(at()))
    expect(await (await carla.get(paths.release(at()))).text()).toContain('U beslist als vervanger van')
    expect((await carla.post(paths.refuseRelease(at()), { reason: 'nog niet' })).status).toBe(303)
    expect(await (await karim.get(paths.release(at()))).text()).toContain('Als vervanger van')
    await endAll(els)
  })

  test('the glass holds for this request, once, and everybody sees it', async () => {
    const [karim, els] = [await trial.visitor('medewerker'), await trial.visitor('beheerder')]
    const reader = await trial.visitor('lezer')
    await ask(karim)
    expect((await glass(els)).status).toBe(303)
    expect((await events(1))[0]).toMatchObject({
      ...{ action: 'letters.glass-broken', actor: els.staffId, details: { reason } },
    })
    expect((await said(await glass(els))).text).toContain('U mag deze aanvraag al vrijgeven')
    for (const page of [paths.election(at()), paths.release(at())])
      expect(await (await reader.get(page)).text(), page).toContain(reason)
    expect(await release(els)).toMatchObject({ status: 303 })
    expect(await newest()).toMatchObject({
      state: 'approved',
      authority: { as: 'broken-glass', because: reason },
    })
    const deps = { ...trial.deps, portalUrl: 'http://localhost' }
    const runs = workRuns(deps, { municipalities: async () => [trial.here], lookEveryMs: 50 })
    await vi.waitUntil(async () => (await newest())?.state === 'released', { timeout: 60_000 })
    await runs.stop()
    for (const page of [paths.election(at()), paths.release(at())])
      expect(await (await reader.get(page)).text(), page).toContain('Bij noodgeval, omdat')
  })
})
