import { commitDraw, type Draw, type FrozenDraw, runDraw } from '../src/bureaus/index.ts'
import { sha256 } from '../src/platform/hash.ts'

const invented = (unit: string, many: number) =>
  Array.from({ length: many }, (_, at) => sha256(`invented ${unit} ${at}`).toString('hex'))

const frozen: FrozenDraw = {
  algorithm: 'kiesloket-draw-2',
  drawId: 'zonnedorp-lpkd-2030-list-b-2',
  election: { municipality: '99001', code: 'lpkd-2030', pollingDay: '2030-10-13' },
  rules: { regime: 'LPKD', version: 1 },
  randomness: {
    publicSource: 'Winning numbers of the national lottery of Saturday 10 August 2030',
    knownAt: '2030-08-10T20:00:00Z',
    dice: 3,
  },
  pools: [
    { unit: 'section-1', places: 3, people: invented('1', 5) },
    { unit: 'section-2', places: 3, people: invented('2', 4) },
  ],
  withdrawn: [
    {
      drawId: 'zonnedorp-lpkd-2030-list-b-1',
      commitment: sha256('invented draw that was given up').toString('hex'),
      committedAt: '2030-07-29T09:00:00Z',
      knownAt: '2030-08-03T20:00:00Z',
      withdrawnAt: '2030-08-01T10:00:00Z',
      afterChance: false,
      why: 'The candidates were not read in yet.',
    },
  ],
}

/** The draw in docs/examples, with invented people. */
export function drawExample(): Draw {
  const committed = commitDraw(frozen, new Date('2030-08-05T09:00:00Z'))
  const chance = { publicValue: '4 8 15 16 23 42, 7', dice: [3, 5, 1] }
  return runDraw(committed, chance, new Date('2030-08-12T09:00:00Z'))
}
