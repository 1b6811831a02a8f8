import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { currentDraw, verifyDraw } from '../../../bureaus/index.ts'
import { aNaming, importNamings, withSections, withVoters } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'
import { texts } from './texts.nl.ts'

/** A draw on the desk: fixed and made known by one, drawn by another after the moment, and recomputed from its file alone. */

let trial: DeskTrial
let clerk: Visitor
let here: { election: string }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  here = { election: trial.election.code }
  await withSections(trial.database, trial.election, [1, 2])
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const read = async (visitor: Visitor) => (await visitor.get(paths.draw(here))).text()
const drawNow = () => trial.database.inScope(staffOf(trial.here), (db) => currentDraw(db, trial.election))
const asked = {
  ...{ uitslag: 'Lotto van 2 mei', 'dag-day': '2', 'dag-month': '5', 'dag-year': '2029', uur: '20.30' },
  ...{ dobbelstenen: '2', twee: 'ja' },
}
const commits = (fields: Readonly<Record<string, string>> = {}) =>
  clerk.post(paths.commitDraw(here), { ...asked, ...fields })

test('what is missing is told beside its field, and what was typed stays', async () => {
  for (const [fields, said] of [
    [{ uur: 'avond' }, 'Vul het uur in'],
    [{ 'dag-day': '' }, 'Vul de dag in'],
    [{ uitslag: '' }, 'Schrijf welke openbare uitslag'],
    [{ dobbelstenen: 'veel' }, 'Geef een aantal van 0 tot 100'],
    [{ 'dag-day': '1' }, 'Dit moment is voorbij'],
    [{}, 'Er is nog geen kiezerslijst'],
  ] as const) {
    const answer = await commits(fields)
    const text = await answer.text()
    expect([answer.status, text.includes(said), text.includes('value="2029"')], said).toEqual([
      422,
      true,
      true,
    ])
    expect(await htmlFaults(text)).toEqual([])
  }
})

test('who draws before list A is adopted is warned, and reads what no dice mean', async () => {
  const page = await read(clerk)
  expect(page).toContain(texts.commit.withoutListAHint)
  expect(page).toContain(texts.commit.diceHint)
})

test('what is fixed is made known with its fingerprint, and may be given up for a reason', async () => {
  await withVoters(trial.deps, trial.election, 60, (n) => 1 + (n % 2))
  await importNamings(trial.deps, trial.election, aNaming(1))
  const waits = await commits()
  expect([waits.status, (await waits.text()).includes(texts.commit.refused['list-a-not-adopted'])]).toEqual([
    422,
    true,
  ])
  expect(await drawNow()).toBeUndefined()
  expect((await commits({ zonder: 'ja' })).headers.get('location')).toMatch(/gelukt=draw-committed$/)
  const { commitment, knownAt } = (await drawNow())!
  expect(knownAt).toEqual(new Date('2029-05-02T18:30:00Z'))
  const page = await read(clerk)
  for (const said of [
    commitment,
    'Lotto van 2 mei',
    'Loten kan vanaf 2 mei 2029 om 20:30',
    'Een ander voert ze uit',
  ])
    expect(page).toContain(said)
  expect(await htmlFaults(page)).toEqual([])
  expect((await clerk.get(paths.drawFile(here))).status).toBe(404)
  expect((await clerk.post(paths.withdrawDraw(here), { waarom: '' })).status).toBe(422)
  expect((await clerk.post(paths.withdrawDraw(here), { waarom: 'de Lotto valt uit' })).status).toBe(303)
  const after = await read(clerk)
  expect([after.includes('de Lotto valt uit'), after.includes(commitment)]).toEqual([true, true])
})

test('what is given up after its public value could be known needs to be known by who does it', async () => {
  await commits({ zonder: 'ja' })
  const giveUp = (fields: object) =>
    clerk.post(paths.withdrawDraw(here), { waarom: 'verkeerde lijst', ...fields })
  const at = trial.deps.clock.now()
  trial.deps.clock.moveTo('2029-05-02T18:30:30Z')
  clerk = await trial.visitor('stembureaus')
  const page = await read(clerk)
  expect(page).toContain(texts.withdraw.afterYes)
  expect(await htmlFaults(page)).toEqual([])
  const refused = await giveUp({})
  expect([refused.status, (await refused.text()).includes(texts.withdraw.refused['after-chance'])]).toEqual([
    422,
    true,
  ])
  expect((await giveUp({ na: 'ja' })).status).toBe(303)
  expect(await read(clerk)).toContain(texts.earlier.afterChance)
  trial.deps.clock.moveTo(at.toISOString())
  clerk = await trial.visitor('stembureaus')
})

test('another draws after the moment, and the file recomputes to the same', async () => {
  await commits({ zonder: 'ja' })
  const { commitment } = (await drawNow())!
  trial.deps.clock.moveTo('2029-05-02T18:31:00Z')
  const magistrate = await trial.visitor('griffier')
  const spoken = { waarde: '4 8 15 16 23 42', ogen: '3, 5' }
  const again = await trial.visitor('medewerker')
  expect((await again.post(paths.holdDraw(here), spoken)).status).toBe(403)
  const wrong = await magistrate.post(paths.holdDraw(here), { ...spoken, ogen: '3 7' })
  const text = await wrong.text()
  expect([wrong.status, text.includes('4 8 15 16 23 42')]).toEqual([422, true])
  expect(await htmlFaults(text)).toEqual([])
  expect((await magistrate.post(paths.holdDraw(here), spoken)).status).toBe(303)
  const page = await read(magistrate)
  expect(page).toContain(`node narekenen.mjs loting.json ${commitment}`)
  expect(page).not.toContain('npx kiesloket')
  expect(await (await magistrate.get(paths.drawRecipe(here))).text()).toContain("from 'node:crypto'")
  expect(await htmlFaults(page)).toEqual([])
  const file = await magistrate.get(paths.drawFile(here))
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="loting.json"')
  const checks = verifyDraw(await file.json(), { published: commitment })
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  expect(checks.length).toBeGreaterThan(5)
})
