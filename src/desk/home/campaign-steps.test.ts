import { expect, test } from 'vitest'
import { incompletePlaces } from '../../elections/index.ts'
import type { CampaignFacts } from './campaign-overview.ts'
import { nextStep, stepStates } from './campaign-steps.ts'

const nothing: CampaignFacts = {
  ...{ sections: [], letters: { composed: 0, released: 0 }, releases: [], deliveries: [], onPaper: 0 },
}
const place = (code: string, details: object) => ({
  section: 1,
  room: '1',
  place: { code, name: code, details },
})
const whole = { stepFree: true, coordinates: { latitude: 51, longitude: 4 } }
const sections = [place('A', whole)] as unknown as CampaignFacts['sections']
const list = (state: string) => ({ state, voterCount: 300 }) as CampaignFacts['list']
const closed = { ...nothing, sections, list: list('closed') }
const composed = { ...closed, letters: { composed: 300, released: 0 } }
const sampled = { ...composed, sample: { takenAt: new Date(), wrong: 0 } }
const asked = { ...sampled, releases: [{ state: 'requested' }] } as unknown as CampaignFacts
const delivery = (facts: object) => ({ state: 'open', total: 300, counts: { unconfirmed: 0 }, ...facts })
const released = (facts: object) =>
  ({
    ...sampled,
    letters: { composed: 0, released: 300 },
    releases: [{ state: 'released' }],
    deliveries: [delivery(facts)],
  }) as unknown as CampaignFacts
const sent = released({ finishedAt: new Date() })

test.each<[string, CampaignFacts, string | undefined]>([
  ['nothing is there', nothing, 'places'],
  ['the places are there', { ...nothing, sections }, 'import'],
  ['a list came in', { ...nothing, sections, list: list('imported') }, 'accept'],
  ['it is in use', { ...nothing, sections, list: list('accepted') }, 'close'],
  ['it is frozen', closed, 'compose'],
  ['the letters are made', composed, 'sample'],
  ['a sample found something wrong', { ...composed, sample: { takenAt: new Date(), wrong: 2 } }, 'sample'],
  ['a sample is right', sampled, 'request'],
  ['somebody asked', asked, 'release'],
  ['letters are on their way', released({}), 'deliver'],
  ['of some nobody knows', released({ counts: { unconfirmed: 3 }, finishedAt: new Date() }), 'deliver'],
  ['all have an outcome', sent, 'print'],
  ['the printer has his files', { ...sent, onPaper: 300 }, 'certify'],
  ['the certificate is written', { ...sent, onPaper: 300, certifiedAt: new Date() }, undefined],
  ['a correction is made', { ...sent, letters: { composed: 1, released: 299 } }, 'request'],
])('when %s', (_, facts, next) => expect(nextStep(stepStates(facts))).toBe(next))

test('nothing can be done before what comes before it', () => {
  expect(stepStates({ ...nothing, sections })).toMatchObject({
    ...{ accept: 'not-yet', close: 'not-yet', compose: 'not-yet', sample: 'not-yet', request: 'not-yet' },
    ...{ release: 'not-yet', deliver: 'not-yet', print: 'not-yet', certify: 'not-yet' },
  })
})

test('places count once, and only while something is not known of them', () => {
  const some = [place('A', whole), place('B', {}), place('B', {}), place('C', { stepFree: false })]
  expect(incompletePlaces(some as unknown as CampaignFacts['sections'])).toBe(2)
})
