import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { composeLetters, latestSample, releasesOf, takeSample } from '../src/letters/index.ts'
import { workOneRun } from '../src/letters/runs/work-runs.ts'
import { closedList } from '../src/letters/testing.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'

const voters = 40
let trial: DeskTrial
let an: Visitor
let bert: Visitor
let proef: string
let beforeProof: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await closedList(deps, election, voters, 1)
  await composeLetters({ ...deps, portalUrl: 'http://localhost' }, { election, by: 'test' })
  const clerk = await trial.visitor('medewerker')
  beforeProof = await (await clerk.get(paths.proof(at()))).text()
  const sample = await takeSample(deps, { election, by: 'test' })
  if (!sample.ok) throw new Error(sample.because)
  proef = sample.sampleSha256.toString('hex')
  an = await trial.visitor('vrijgever')
  bert = await trial.visitor('vrijgever')
})
afterAll(() => trial.close())

const at = () => ({ election: trial.election.code })
const open = (who: Visitor) => who.get(paths.proof(at()))
const ask = (who: Visitor, code = proef) =>
  who.post(paths.requestRelease(at()), { proef: code, opnieuw: 'nog eens bekeken' })
const refuse = (who: Visitor, reason: string) => who.post(paths.refuseRelease(at()), { reason })
const release = (who: Visitor, fields: Record<string, string> = {}) =>
  who.post(paths.releaseLetters(at()), { proef, hold: 'ja', number: String(voters), ...fields })
const said = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const never = new AbortController().signal
const here = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const releases = () => here((db) => releasesOf(db, trial.here, trial.election.electionId))

test('with all letters made and no proof, the proof is what there is to take', () => {
  expect(beforeProof).toContain('Neem nu de proef')
  expect(beforeProof).not.toContain('Maak eerst de brieven op')
})

describe('asking', () => {
  test('without having opened the proof nothing is asked', async () => {
    expect(await said(await ask(an))).toMatchObject({
      status: 409,
      text: expect.stringContaining('Open eerst de proef'),
    })
    expect(await releases()).toEqual([])
  })

  test('the code of another proof, or none, asks for nothing', async () => {
    await open(an)
    for (const code of ['0'.repeat(64), 'not a code', ''])
      expect(await said(await ask(an, code))).toMatchObject({
        status: 409,
        text: expect.stringContaining('andere proef'),
      })
    expect(await releases()).toEqual([])
  })

  test('a double click asks once, and both answers are the same', async () => {
    const answers = await Promise.all([ask(an), ask(an)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await releases()).toHaveLength(1)
  })
})

describe('deciding', () => {
  test('who asked is refused by the server, whatever the page showed', async () => {
    expect(await said(await release(an))).toMatchObject({
      status: 409,
      text: expect.stringContaining('U vroeg deze vrijgave zelf'),
    })
  })

  test('who did not open the proof releases nothing', async () => {
    expect(await (await bert.get(paths.release(at()))).text()).not.toContain('Geef deze brieven vrij')
    expect(await said(await release(bert))).toMatchObject({
      status: 409,
      text: expect.stringContaining('Open eerst de proef'),
    })
  })

  test('a reason is needed to refuse, and reaches whoever asked; then nothing is open', async () => {
    expect((await refuse(bert, ' ')).status).toBe(422)
    expect((await refuse(bert, 'Het wapen is <oud>.')).status).toBe(303)
    expect(await (await an.get(paths.release(at()))).text()).toContain('Het wapen is &lt;oud&gt;.')
    expect(await said(await refuse(bert, 'nog eens'))).toMatchObject({
      status: 409,
      text: expect.stringContaining('geen vraag meer open'),
    })
  })

  test('who asked can take it back themselves', async () => {
    await ask(an)
    expect((await refuse(an, 'toch niet')).headers.get('Location')).toContain('release-taken-back')
  })

  test('without a choice, or with another number, nothing is released and what was typed is there', async () => {
    await ask(an)
    await open(bert)
    expect((await release(bert, { hold: '' })).status).toBe(422)
    for (const number of ['', 'veertig', '39', '-40'])
      expect((await release(bert, { number })).status, number).toBe(422)
    expect(await (await release(bert, { number: '39' })).text()).toContain('value="39"')
    expect((await releases())[0]?.state).toBe('requested')
  })

  test('a login of too long ago has to be done again first', async () => {
    const { clock } = trial.deps
    const later = await trial.visitor('vrijgever')
    await open(later)
    clock.moveTo('2029-05-02T10:11:00Z')
    const answer = await release(later)
    expect(answer.headers.get('Location')).toMatch(/aanmelden\?vers=ja.*bewaard/)
    expect((await releases())[0]?.state).toBe('requested')
  })

  test('in two browsers at once it is decided once, a third press changes nothing, and a worker releases it', async () => {
    const [carla, dirk] = [await trial.visitor('vrijgever'), await trial.visitor('vrijgever')]
    await Promise.all([open(carla), open(dirk)])
    const answers = await Promise.all([release(carla), release(carla), release(dirk)])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303).length).toBeGreaterThanOrEqual(1)
    expect((await releases()).filter(({ state }) => state === 'approved')).toHaveLength(1)
    const [newest] = await releases()
    const winner = newest!.decidedBy === carla.staffId ? carla : dirk
    expect((await release(winner)).status).toBe(303)
    expect((await release(winner === carla ? dirk : carla)).status).toBe(409)
    expect(await (await winner.get(paths.release(at()))).text()).toContain('Stoppen')
    await winner.post(paths.stopRelease(at()))
    expect(await (await winner.get(paths.release(at()))).text()).toContain('Ga verder met de vrijgave')
    expect((await winner.post(paths.resumeRelease(at()))).status).toBe(303)
    await workOneRun({ ...trial.deps, portalUrl: 'https://kiesloket.example' }, [trial.here], never)
    expect((await releases())[0]).toMatchObject({ state: 'released', letterCount: voters })
  })
})

describe('looking at letters', () => {
  const pictureOf = async (place: number) => {
    const sample = await here((db) => latestSample(db, trial.here, trial.election.electionId))
    const { letters } = sample!.contents as { letters: { letterId: string }[] }
    return { ...at(), letter: letters[place]!.letterId }
  }
  const shown = async () => {
    const events = await here((db) => latestAuditEvents(db, trial.here, 500))
    return events.filter(({ action }) => ['proof.letter-shown', 'letters.shown'].includes(action))
  }

  test('a picture is for who is logged in alone, and kept for as long as the session', async () => {
    const answer = await bert.get(paths.letterPicture({ ...(await pictureOf(0)), page: 1 }))
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    expect(answer.headers.get('Cache-Control')).toMatch(/^private, max-age=\d+$/)
    expect(answer.headers.get('Vary')).toContain('Cookie')
    expect((await bert.get(paths.letterPicture({ ...(await pictureOf(0)), page: 9 }))).status).toBe(404)
  })

  test('each look is written down, its pages and its text being one look', async () => {
    const before = (await shown()).length
    const letter = await pictureOf(1)
    await bert.get(paths.letter(letter))
    for (const page of [1, 2]) await bert.get(paths.letterPicture({ ...letter, page }))
    expect(await (await bert.get(paths.letterText(letter))).text()).toContain('Waar en wanneer')
    expect(await shown()).toHaveLength(before + 1)
    await an.get(paths.letterPicture({ ...letter, page: 2 }))
    expect(await shown()).toHaveLength(before + 2)
  })

  test('a letter of nobody, or of another municipality, is not there', async () => {
    const stranger = await trial.visitor('vrijgever', { at: 'elsewhere' })
    const letter = await pictureOf(1)
    expect((await stranger.get(paths.letter({ ...letter, election: trial.otherElection.code }))).status).toBe(
      404,
    )
    expect((await bert.get(paths.letter({ ...at(), letter: 'x' }))).status).toBe(404)
  })

  test('by list number one comes to an address without it', async () => {
    const find = (number: string) => bert.post(paths.findLetter(at()), { number })
    expect((await find('7')).headers.get('Location')).toMatch(/\/brief\/[0-9a-f-]{36}$/)
    for (const number of ['', 'Peeters', '999999']) expect((await find(number)).status, number).toBe(422)
  })
})
