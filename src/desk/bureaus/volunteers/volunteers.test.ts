import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { isCallOpen, keptBureaus } from '../../../bureaus/index.ts'
import { adopted, aPollingBureau, candidatesAre, withSections, withVoters } from '../../../bureaus/testing.ts'
import { latestAuditEvents } from '../../../platform/audit.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { createWeb } from '../../../server.ts'
import { testNumber } from '../../../voters/testing.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

/** Who offers to sit, as the clerk sees and decides it. */

let trial: DeskTrial
let clerk: Visitor
let election: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = trial.election.code
  await withSections(trial.database, trial.election, [1])
  await withVoters(trial.deps, trial.election, 12)
  await candidatesAre(trial.deps, trial.election, 2)
  await adopted(trial.deps, trial.election, [aPollingBureau(1)])
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const read = async (address: string, visitor = clerk) => (await visitor.get(address)).text()
const list = (file: string) => `${paths.volunteers({ election })}?stand=${file}`

async function recorded(n: number, fields: Readonly<Record<string, string>> = {}) {
  return clerk.post(paths.newVolunteer({ election }), {
    ...{ familienaam: `Peeters ${n}`, voornamen: 'Lotte', nummer: testNumber(n), ervaring: 'no' },
    ...{ 'geboortedatum-day': '27', 'geboortedatum-month': '3', 'geboortedatum-year': '1980' },
    ...{ functies: 'CHAIR', telefoon: '0470 11 22 33', mail: '', wens: 'De Linde', taal: 'fr', ...fields },
  })
}
const volunteerIn = (answer: Response) => answer.headers.get('Location')!.split(/[/?]/).at(-2)!
const decided = (volunteer: string, fields: Readonly<Record<string, string>>) =>
  clerk.post(paths.decideVolunteer({ election, volunteer }), fields)

test('the form for everybody is switched on and off, and its address is shown', async () => {
  const isOpen = () =>
    trial.database.inScope(staffOf(trial.here), (db) =>
      isCallOpen(db, trial.election, trial.deps.clock.now()),
    )
  const put = (formulier: string) => clerk.post(paths.volunteerCall({ election }), { formulier })
  expect(await read(list('NEW'))).toContain('Het formulier staat uit')
  expect((await put('aan')).headers.get('Location')).toContain('volunteer-call-opened')
  expect(await read(list('NEW'))).toContain(`http://localhost/vrijwilligers/zonnedorp-1/${election}`)
  expect(await isOpen()).toBe(true)
  await put('uit')
  expect(await isOpen()).toBe(false)
})

describe('who came to the counter', () => {
  test('is written down, with every fault told and nothing lost', async () => {
    const wrong = await recorded(1, { nummer: '12', functies: '', telefoon: '' })
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const said of ['elf cijfers', 'Kies wat deze persoon aanbiedt', 'telefoonnummer in'])
      expect(page).toContain(said)
    expect(page).toContain('value="De Linde"')
    expect(await htmlFaults(page)).toEqual([])
    const one = await read(paths.volunteer({ election, volunteer: volunteerIn(await recorded(1)) }))
    for (const said of [
      '0470 11 22 33',
      'De Linde',
      'aan het loket',
      'minstens 18 jaar',
      'Neem het aanbod aan',
    ])
      expect(one).toContain(said)
    expect(one).not.toContain(testNumber(1))
    expect(await htmlFaults(one)).toEqual([])
  })

  test('is accepted, or refused with a reason, unless the rules keep them out', async () => {
    const candidate = volunteerIn(await recorded(2))
    const page = await read(paths.volunteer({ election, volunteer: candidate }))
    expect(page).toContain('Is kandidaat bij de verkiezing.')
    expect(page).not.toContain('Neem het aanbod aan')
    expect((await decided(candidate, { besluit: 'ja' })).status).toBe(422)
    expect(await (await decided(candidate, { besluit: 'nee' })).text()).toContain('Schrijf waarom')
    const refused = await decided(candidate, { besluit: 'nee', waarom: 'is kandidaat' })
    expect(refused.headers.get('Location')).toContain('volunteer-refused')
    expect(await read(list('REFUSED'))).toContain('Peeters 2')
    const accepted = await decided(volunteerIn(await recorded(3)), { besluit: 'ja' })
    expect(accepted.headers.get('Location')).toContain('volunteer-accepted')
    const files = await read(list('ACCEPTED'))
    expect([files.includes('Peeters 3'), files.includes('Niet aangenomen (1)')]).toEqual([true, true])
    expect(await htmlFaults(files)).toEqual([])
  })
})

test('a seat waits for its lists, also when somebody sends the form', async () => {
  const [bureau] = await trial.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, trial.election))
  const seat = bureau!.seats.find(({ role }) => role === 'CHAIR')!.seatId
  const address = { election, number: bureau!.number, seat }
  expect(await read(paths.proposeForSeat(address))).toContain('De lijsten gaan voor.')
  const volunteer = volunteerIn(await recorded(4))
  await decided(volunteer, { besluit: 'ja' })
  const sent = await clerk.post(paths.proposeVolunteer(address), { vrijwilliger: volunteer })
  expect([sent.status, (await sent.text()).includes('De lijsten gaan voor.')]).toEqual([422, true])
  const nobody = await clerk.post(paths.proposeVolunteer(address), { vrijwilliger: 'x' })
  expect(nobody.status).toBe(404)
})

test('who decides elsewhere sees the offers, and not how to reach who made them', async () => {
  const volunteer = volunteerIn(await recorded(5))
  const page = await read(paths.volunteer({ election, volunteer }), await trial.visitor('magistraat'))
  expect(page).toContain('Peeters 5')
  for (const hidden of ['0470 11 22 33', 'De Linde', 'Neem het aanbod aan'])
    expect(page).not.toContain(hidden)
})

test('an offer that is not there, or is of another municipality, is the same 404', async () => {
  const volunteer = volunteerIn(await recorded(6))
  const other = await trial.visitor('stembureaus', { at: 'elsewhere' })
  const elsewhere = await other.get(paths.volunteer({ election: trial.otherElection.code, volunteer }))
  expect(elsewhere.status).toBe(404)
  expect((await clerk.get(paths.volunteer({ election, volunteer: 'x' }))).status).toBe(404)
})

test('each look leaves its event', async () => {
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 200),
  )
  const actions = new Set(events.map(({ action }) => action))
  for (const action of ['volunteers-shown', 'volunteer-shown', 'volunteer-recorded', 'volunteer-decided'])
    expect(actions).toContain(`bureaus.${action}`)
  expect(JSON.stringify(events)).not.toContain('Peeters')
})
