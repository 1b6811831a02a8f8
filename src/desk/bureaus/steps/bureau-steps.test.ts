import { expect, test } from 'vitest'
import { type BureauStepFacts, bureauStepStates } from './bureau-steps.ts'

const none = {
  ...{ seats: 0, open: 0, proposed: 0, designated: 0, called: 0, answered: 0, asking: 0, excused: 0 },
  unreported: 0,
}
const nothing = { many: 0, cents: 0 }
const claims = {
  incomplete: nothing,
  complete: nothing,
  exported: nothing,
  paid: nothing,
  'not-owed': nothing,
}
const pollingDay = '2030-10-13'
const training = { trainings: 1, untrained: 0 }
const lists = { listA: 'SENT', listB: 'SENT', draw: 'DRAWN' } as const
const begun = { ...lists, bureaus: 40, claims, training, messagesOn: 0, pollingDay }
const states = (
  counts: Partial<BureauStepFacts['counts']>,
  but: Partial<BureauStepFacts> = {},
  today = '2030-09-10',
) => bureauStepStates({ ...begun, ...but, counts: { ...none, seats: 300, ...counts } }, today)

test('before there is a plan nothing else can be done', () => {
  const first = bureauStepStates(
    { ...begun, bureaus: 0, counts: none, listA: undefined, listB: undefined, draw: undefined },
    '2030-07-01',
  )
  expect(Object.entries(first).filter(([, state]) => state !== 'not-yet')).toEqual([['plan', 'to-do']])
})

test('each step waits for the one before, and says what it waits for', () => {
  expect(states({ open: 300 })).toMatchObject({ propose: 'to-do', designate: 'not-yet', call: 'not-yet' })
  expect(states({ proposed: 300 })).toMatchObject({
    propose: 'done',
    designate: 'under-way',
    call: 'not-yet',
  })
  expect(states({ designated: 300 })).toMatchObject({ designate: 'done', call: 'to-do', answers: 'not-yet' })
  expect(states({ called: 300 })).toMatchObject({ call: 'done', answers: 'under-way', messages: 'to-do' })
  expect(states({ called: 300 }, { messagesOn: 2 })).toMatchObject({ messages: 'under-way' })
  expect(states({ answered: 300 })).toMatchObject({ answers: 'done', day: 'not-yet', pay: 'not-yet' })
})

test('who was drawn is a list too, that is adopted and sent', () => {
  expect(states({}).draw).toBe('done')
  for (const listB of [undefined, 'DRAFT', 'ADOPTED'] as const)
    expect(states({}, { listB }).draw, String(listB)).toBe('under-way')
})

test('somebody who is excused leaves a seat open that was filled', () => {
  expect(states({ answered: 299, open: 1 })).toMatchObject({ propose: 'attention', call: 'done' })
  expect(states({ answered: 299, proposed: 1 })).toMatchObject({ propose: 'done', designate: 'under-way' })
  expect(states({ answered: 290, asking: 10 })).toMatchObject({ answers: 'attention' })
})

test('chairs are taught once somebody signed, until polling day', () => {
  const all = { answered: 300 }
  expect(states({ proposed: 300 }).train).toBe('not-yet')
  expect(states(all, { training: { trainings: 0, untrained: 40 } }).train).toBe('to-do')
  expect(states(all, { training: { trainings: 2, untrained: 40 } }).train).toBe('under-way')
  expect(states(all).train).toBe('done')
  expect(states(all, { training: { trainings: 2, untrained: 4 } }, '2030-10-14').train).toBe('done')
})

test('the day is on its day, and who served is paid after it', () => {
  const all = { answered: 300 }
  expect(states(all, {}, pollingDay)).toMatchObject({ day: 'under-way', pay: 'not-yet' })
  const owed = { claims: { ...claims, complete: { many: 3, cents: 15_000 } } }
  expect(states(all, owed, '2030-10-14')).toMatchObject({ day: 'done', pay: 'to-do' })
  const left = { claims: { ...claims, exported: { many: 3, cents: 15_000 } } }
  expect(states(all, left, '2030-10-14')).toMatchObject({ pay: 'under-way' })
  expect(states({ answered: 298, unreported: 2 }, {}, '2030-10-14')).toMatchObject({ absences: 'to-do' })
  expect(states(all, {}, '2030-11-14')).toMatchObject({ pay: 'done' })
})
