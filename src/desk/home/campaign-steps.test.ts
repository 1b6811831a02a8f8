import { expect, test } from 'vitest'
import { incompletePlaces } from '../../elections/index.ts'
import type { CampaignFacts } from './campaign-overview.ts'
import { nextStep, stepStates } from './campaign-steps.ts'
import { campaignTasks, stepHint } from './campaign-tasks.ts'

const nothing: CampaignFacts = {
  sections: [],
  letters: { composed: 0, released: 0, missing: 0 },
  releases: [],
  deliveries: [],
  onPaper: { printed: 0, exceptions: 0, ended: 0 },
  toPrint: 0,
}
const place = (code: string, details: object) => ({
  section: 1,
  room: '1',
  place: { code, name: code, details },
})
const whole = { stepFree: true, coordinates: { latitude: 51, longitude: 4 } }
const sections = [place('A', whole)] as unknown as CampaignFacts['sections']
const incomplete = [place('B', {})] as unknown as CampaignFacts['sections']
const list = (state: string) => ({ state, voterCount: 300 }) as CampaignFacts['list']
const closed = {
  ...nothing,
  ...{ sections, list: list('closed'), letters: { composed: 0, released: 0, missing: 300 } },
}
const composed = { ...closed, letters: { composed: 300, released: 0, missing: 0 } }
const sampled = { ...composed, sample: { takenAt: new Date(), wrong: 0, isOld: false } }
const asked = { ...sampled, releases: [{ state: 'requested' }] } as unknown as CampaignFacts
const approved = { ...sampled, releases: [{ state: 'approved' }] } as unknown as CampaignFacts
const delivery = (facts: object) => ({ state: 'open', total: 300, counts: { unconfirmed: 0 }, ...facts })
const released = (facts: object) =>
  ({
    ...sampled,
    letters: { composed: 0, released: 300, missing: 0 },
    releases: [{ state: 'released' }],
    deliveries: [delivery(facts)],
    toPrint: 300,
  }) as unknown as CampaignFacts
const sent = released({ finishedAt: new Date() })
const printed = { ...sent, onPaper: { printed: 296, exceptions: 4, ended: 0 }, toPrint: 0 }

test.each<[string, CampaignFacts, string | undefined]>([
  ['nothing is there', nothing, 'places'],
  ['the places are there', { ...nothing, sections }, 'import'],
  ['of a place something is not known', { ...nothing, sections: incomplete }, 'import'],
  ['a list came in', { ...nothing, sections, list: list('imported') }, 'accept'],
  ['it is in use', { ...nothing, sections, list: list('accepted') }, 'close'],
  ['it is frozen', closed, 'compose'],
  ['the letters are made', composed, 'sample'],
  ['letters say what holds no more', { ...sampled, outdated: 120 }, 'compose'],
  ['a sample found something wrong', { ...composed, sample: { ...sampled.sample, wrong: 2 } }, 'sample'],
  ['a sample is right', sampled, 'request'],
  ['somebody asked', asked, 'release'],
  ['a worker releases what two people decided', { ...approved, running: 'release' }, 'release'],
  ['letters are on their way', released({}), 'deliver'],
  ['of some nobody knows', released({ counts: { unconfirmed: 3 }, finishedAt: new Date() }), 'deliver'],
  ['all have an outcome', sent, 'print'],
  ['the printer has his files', printed, 'certify'],
  ['the certificate is written', { ...printed, certifiedAt: new Date() }, undefined],
  [
    'a correction is released after it',
    {
      ...printed,
      certifiedAt: new Date(1),
      releases: [{ state: 'released', decidedAt: new Date(2) }] as unknown as CampaignFacts['releases'],
    },
    'certify',
  ],
  ['a worker composes', { ...closed, running: 'compose' }, 'compose'],
  [
    'composing was stopped halfway',
    { ...closed, letters: { composed: 9, released: 0, missing: 291 } },
    'compose',
  ],
  [
    'letters were made again since the sample',
    { ...sampled, sample: { ...sampled.sample, isOld: true } },
    'sample',
  ],
  ['a voter was corrected', { ...printed, letters: { composed: 0, released: 299, missing: 1 } }, 'compose'],
  [
    'the corrected letter is made',
    {
      ...printed,
      letters: { composed: 1, released: 299, missing: 0 },
      sample: { ...sampled.sample, isOld: true },
    },
    'sample',
  ],
  ['it was sampled', { ...printed, letters: { composed: 1, released: 299, missing: 0 } }, 'request'],
])('when %s', (_, facts, next) => expect(nextStep(stepStates(facts))).toBe(next))

test('nothing can be done before what comes before it', () => {
  expect(stepStates({ ...nothing, sections })).toMatchObject({
    ...{ accept: 'not-yet', close: 'not-yet', compose: 'not-yet', sample: 'not-yet', request: 'not-yet' },
    ...{ release: 'not-yet', deliver: 'not-yet', print: 'not-yet', certify: 'not-yet' },
  })
})

test('letters that hold no more are told of where they are made again, and no proof is taken of them', () => {
  const outdated = { ...sampled, outdated: 120 }
  expect(stepStates(outdated)).toMatchObject({ compose: 'attention', sample: 'not-yet', request: 'not-yet' })
  expect(stepHint('compose', outdated)).toBe(
    '120 brieven kloppen niet meer met de gegevens van nu: opnieuw opmaken.',
  )
})

test('a release that was decided and then stopped asks for somebody', () => {
  expect(stepStates({ ...approved, running: 'release' }).release).toBe('under-way')
  expect(stepStates(approved).release).toBe('attention')
  expect(campaignTasks(approved).find(({ title }) => title === 'Vrijgeven')?.hint).toContain(
    'nog niets vrijgegeven',
  )
})

test.each([
  ['by the second person', { decidedBy: 'an' }, 'geweigerd'],
  ['by who asked', { decidedBy: null }, 'ingetrokken'],
])('a request that was turned down %s is told of on the overview', (_, by, said) => {
  const releases = [
    { state: 'refused', decidedAt: new Date(), ...by },
  ] as unknown as CampaignFacts['releases']
  const task = campaignTasks({ ...sampled, releases }).find(({ title }) => title === 'Vrijgave vragen')
  expect(task?.hint).toContain(said)
  expect(nextStep(stepStates({ ...sampled, releases }))).toBe('request')
})

test('places count once, and only while something is not known of them', () => {
  const some = [place('A', whole), place('B', {}), place('B', {}), place('C', { stepFree: false })]
  expect(incompletePlaces(some as unknown as CampaignFacts['sections'])).toBe(2)
})

test.each([
  ['as many as there are letters', 300, 'Met een uitkomst: 300 van 300 brieven.'],
  ['more, for some were replaced', 301, 'Met een uitkomst: 301 van 301 brieven. Brieven die later vervangen'],
])('the overview says what it counts when there were sent %s', (_, total, said) => {
  const counts = { unconfirmed: 0, waiting: 0, attempting: 0 }
  const facts = released({ finishedAt: new Date(), total, counts })
  const hint = stepHint('deliver', facts)
  expect(hint).toContain(said)
  expect(hint.includes('nu gelden 300 brieven')).toBe(total > 300)
})

test.each([
  ['letters were taken back', { composed: 0, released: 288, missing: 12 }],
  ['their new ones are made', { composed: 12, released: 288, missing: 0 }],
])('during a correction the release is open: %s', (_, letters) => {
  const correcting = { ...printed, letters, certifiedAt: new Date() }
  expect(stepStates(correcting).release).toBe('to-do')
  expect(stepHint('release', correcting)).toBe(
    'Verbetering wacht op vrijgave: 12 brieven. Eerder vrijgegeven, en nog geldig: 288 brieven.',
  )
  expect(nextStep(stepStates(correcting)), 'what comes before it comes first').not.toBe('release')
  expect(stepStates(printed).release).toBe('done')
})
