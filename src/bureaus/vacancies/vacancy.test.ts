import { expect, test } from 'vitest'
import type { SeatId } from '../../platform/ids.ts'
import type { SeatRole } from '../bureau-rules.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { vacanciesOf } from './vacancy.ts'

const rules = {
  chosenByChair: { value: { POLLING: ['SECRETARY'] }, source: '', mark: 'L' },
} as unknown as Parameters<typeof vacanciesOf>[0]

/** Seats as `CHAIR ASSESSOR*`: a star says that somebody has it. */
function aBureau(number: string, seats: string): KeptBureau {
  const kept = seats.split(' ').map((seat, at) => ({
    ...{ seatId: `${number}-${at}` as SeatId, ordinal: at + 1, optional: seat.startsWith('+') },
    ...{ role: seat.replace(/[+*]/g, '') as SeatRole, isTaken: seat.endsWith('*') },
  }))
  return { kind: 'POLLING', code: '', number, votingMode: 'PAPER', seats: kept } as unknown as KeptBureau
}
const order = (...bureaus: readonly KeptBureau[]) =>
  vacanciesOf(rules, bureaus).map(({ bureau, seat }) => `${bureau.number} ${seat.role}`)

test('a chair comes first, then who makes that a bureau can be formed, then the emptiest, substitutes last', () => {
  const full = aBureau('1', 'CHAIR* ASSESSOR* ASSESSOR SUBSTITUTE')
  const emptier = aBureau('2', 'CHAIR* ASSESSOR* ASSESSOR ASSESSOR SUBSTITUTE*')
  const alone = aBureau('3', 'CHAIR* ASSESSOR SUBSTITUTE*')
  const noChair = aBureau('4', 'CHAIR ASSESSOR*')
  expect(order(full, emptier, alone, noChair)).toEqual([
    ...['4 CHAIR', '3 ASSESSOR'],
    ...['1 ASSESSOR', '2 ASSESSOR', '2 ASSESSOR'], // half of the one is open, and two fifths of the other
    '1 SUBSTITUTE',
  ])
})

test('what the chair fills and what may be added is no vacancy', () => {
  expect(order(aBureau('1', 'CHAIR* SECRETARY +ASSESSOR'))).toEqual([])
})

test('a bureau without chair, or with nobody beside the chair, is told', () => {
  const alone = (seats: string) => vacanciesOf(rules, [aBureau('1', seats)]).map(({ isAlone }) => isAlone)
  expect(alone('CHAIR ASSESSOR*')).toEqual([true])
  expect(alone('CHAIR* ASSESSOR')).toEqual([true])
  expect(alone('CHAIR* ASSESSOR* ASSESSOR')).toEqual([false])
})
