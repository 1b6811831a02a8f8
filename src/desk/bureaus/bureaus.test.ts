import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { candidatesAre, withSections } from '../../bureaus/testing.ts'
import { createWeb } from '../../server.ts'
import { testNumber } from '../../voters/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { texts as planTexts } from './plan-texts.nl.ts'
import { because, texts } from './texts.nl.ts'

let trial: DeskTrial
let clerk: Visitor
let election: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('stembureaus')
  election = trial.election.code
})
afterAll(() => trial.close())

const read = async (address: string, visitor = clerk) => (await visitor.get(address)).text()
const overview = (visitor = clerk) => read(paths.bureaus({ election }), visitor)
const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(?!_csrf)([\w-]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )

describe('the plan', () => {
  test('asks for places first, and tells an onlooker to wait', async () => {
    expect(await overview()).toContain(texts.overview.none)
    expect(await overview(await trial.visitor('griffier'))).toContain(texts.overview.noneToSee)
    expect(await read(paths.bureauPlan({ election }))).toContain(planTexts.noPlaces)
  })

  test('shows what it would do, and does it', async () => {
    await withSections(trial.database, trial.election, [1, 2])
    const page = await read(paths.bureauPlan({ election }))
    expect(page).toContain('Stembureau 1')
    expect(await overview()).toContain(texts.overview.none)
    const adopted = await clerk.post(paths.bureauPlan({ election }), hidden(page))
    expect(adopted.headers.get('Location')).toContain('bureaus-adopted')
    expect(await overview()).toContain('Stembureau 2')
    expect(await read(paths.bureauPlan({ election }))).toContain(planTexts.preview.same)
  })

  test('lets a main bureau go when its tick is taken away', async () => {
    const plan = (main: string) => `${paths.bureauPlan({ election })}?hoofdbureau=&${main}`
    await clerk.post(paths.bureauPlan({ election }), hidden(await read(plan('hoofdbureau=MAIN_CANTON'))))
    expect(await overview()).toContain('Hoofdbureau HK')
    const page = await read(plan(''))
    expect(page).not.toContain(planTexts.preview.same)
    await clerk.post(paths.bureauPlan({ election }), hidden(page))
    expect(await overview()).not.toContain('Hoofdbureau HK')
  })

  test('that does something else by now than was shown is shown again', async () => {
    const seen = hidden(await read(`${paths.bureauPlan({ election })}?eerste=5`))
    await withSections(trial.database, trial.election, [1, 2, 3])
    const answer = await clerk.post(paths.bureauPlan({ election }), seen)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(planTexts.preview.changedMeanwhile)
    const now = await overview()
    expect(now).not.toContain('Stembureau 5')
    expect(now).toContain(texts.overview.missing.noBureau('3'))
  })

  test('with a number that is none says so', async () => {
    const answer = await clerk.get(`${paths.bureauPlan({ election })}?eerste=veel`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(planTexts.form.notANumber)
  })
})

describe('a file of the plan', () => {
  const upload = (text: string, visitor = clerk) =>
    visitor.upload(paths.bureauPlanUpload({ election }), 'bestand', text)

  test.each(['bureaus.csv', 'bureaus.json'])('that was downloaded as %s changes nothing', async (format) => {
    const file = await read(paths.bureauPlanFile({ election, format }))
    expect(await (await upload(file)).text()).toContain(planTexts.preview.same)
  })

  test('is looked at first, and taken over after', async () => {
    const file = await read(paths.bureauPlanFile({ election, format: 'bureaus.csv' }))
    const page = await (await upload(file.replace('Lokaal 2', 'Turnzaal <b>'))).text()
    expect(page).toContain('Turnzaal &lt;b&gt;')
    const where = paths.bureau({ election, number: 2 })
    expect(await read(where)).toContain('Lokaal 2')
    await clerk.post(paths.bureauPlanTakeOver({ election }), hidden(page))
    expect(await read(where)).toContain('Turnzaal &lt;b&gt;')
  })

  test('with faults is told row by row, in Dutch', async () => {
    const file = await read(paths.bureauPlanFile({ election, format: 'bureaus.csv' }))
    const answer = await upload(file.replace(/POLLING;2;/, 'POLING;2;'))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('is geen soort bureau')
    expect(html).not.toContain('is no kind')
    expect(await (await upload('{"geen": "lijst"}')).text()).toContain(planTexts.file.notAList)
  })

  test('that the law forbids is refused with the article, also when it is sent to be taken over', async () => {
    const file = await read(paths.bureauPlanFile({ election, format: 'bureaus.csv' }))
    const forbidden = file.replace(/(PAPER|DIGITAL);1;;1;;4;4/, '$1;5;;1;;4;4')
    expect(forbidden).not.toBe(file)
    const answer = await upload(forbidden)
    const html = await answer.text()
    expect([answer.status, html.includes('dan de wet vraagt: 1 (KWB 95 § 9)')]).toEqual([422, true])
    const plan = Buffer.from(forbidden).toString('base64')
    const taken = await clerk.post(paths.bureauPlanTakeOver({ election }), { plan, gezien: 'x' })
    expect(taken.status).toBe(422)
    expect((await (await upload(file)).text()).includes(planTexts.preview.same)).toBe(true)
  })

  test('is not for who only looks', async () => {
    expect((await upload('x', await trial.visitor('griffier'))).status).toBe(403)
    expect((await clerk.get(paths.bureauPlanFile({ election, format: 'mensen.csv' }))).status).toBe(404)
  })
})

describe('a seat', () => {
  const bureau = () => paths.bureau({ election, number: 1 })
  const free = async () => /\/voordracht\/([\w-]+)/.exec(await read(bureau()))![1]!
  const proposing = async (fields: object, seat?: string) =>
    clerk.post(paths.proposeForSeat({ election, number: 1, seat: seat ?? (await free()) }), {
      ...{ nummer: testNumber(1), familienaam: 'De <Lange', voornamen: 'An' },
      ...fields,
    })
  let assignment: string

  test.each([
    [{ nummer: '123' }, texts.propose.byNumber.length],
    [{ familienaam: '' }, texts.propose.missing.lastName],
  ])('is not given to %j', async (fields, said) => {
    const answer = await proposing(fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })

  test('is given to a person once, and a person gets one', async () => {
    const seat = await free()
    expect((await proposing({}, seat)).headers.get('Location')).toContain('member-proposed')
    const page = await read(bureau())
    expect(page).toContain('De &lt;Lange An')
    expect(page).toContain(texts.states.PROPOSED)
    expect(page).not.toContain(testNumber(1))
    assignment = /\/aanwijzing\/([\w-]+)/.exec(page)![1]!
    expect(await (await proposing({ nummer: testNumber(2) }, seat)).text()).toContain(because['seat-taken'])
    expect(await (await proposing({})).text()).toContain(because['person-has-seat'])
    await proposing({ familienaam: 'Helemaal', voornamen: 'Anders' })
    expect(await read(bureau())).not.toContain('Helemaal')
    expect(await overview()).toContain('1 voordracht wacht op de magistraat')
  })

  test('goes to no candidate, and the page says why', async () => {
    await candidatesAre(trial.deps, trial.election, 7)
    const answer = await proposing({ nummer: testNumber(7) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('is kandidaat bij de verkiezing')
  })

  test('that somebody has keeps a plan from taking it away', async () => {
    await withSections(trial.database, trial.election, [2, 3])
    const page = await read(paths.bureauPlan({ election }))
    expect(page).toContain(planTexts.preview.lost.title)
    expect(page).not.toContain(planTexts.preview.adopt)
    await withSections(trial.database, trial.election, [1, 2])
  })

  test('comes free when the proposal is withdrawn with a reason', async () => {
    const page = paths.bureauAssignment({ election, assignment })
    const fields = hidden(await read(page))
    const address = paths.withdrawProposal({ election, assignment })
    expect(await (await clerk.post(address, fields)).text()).toContain(because['reason-missing'])
    const stale = await clerk.post(address, { ...fields, stand: '9', reden: 'verhuisd' })
    expect(await stale.text()).toContain(because['changed-meanwhile'])
    const done = await clerk.post(address, { ...fields, reden: 'verhuisd' })
    expect(done.headers.get('Location')).toContain('proposal-withdrawn')
    expect(await read(page)).toContain('verhuisd')
    expect(await read(bureau())).not.toContain('De &lt;Lange')
  })

  test('and its person are of this municipality alone', async () => {
    const other = await trial.visitor('stembureaus', { at: 'elsewhere' })
    const there = { election: trial.otherElection.code, assignment }
    expect((await other.get(paths.bureauAssignment(there))).status).toBe(404)
    expect((await other.post(paths.withdrawProposal(there), { reden: 'x' })).status).toBe(404)
  })
})
