import type { SeatRole } from '../bureau-rules.ts'

/** Columns of a file of bureaus, one row a bureau. `docs/formats/bureaus.md` says the same to people. */
export const planColumns = [
  { name: 'kind', required: true, maxLength: 10, meaning: 'POLLING, COUNTING, MAIN or RESERVE' },
  {
    name: 'number',
    required: true,
    maxLength: 8,
    meaning: 'digits of a polling bureau; letters and digits of the others, as G3',
  },
  {
    name: 'code',
    required: false,
    maxLength: 24,
    meaning: 'which of its kind: G, P, S, MAIN_MUNICIPAL; empty of a polling bureau',
  },
  {
    name: 'section',
    required: false,
    maxLength: 6,
    meaning: 'of a polling bureau: the section that votes there',
  },
  {
    name: 'counts',
    required: false,
    maxLength: 4000,
    meaning: 'of a counting bureau: the sections it counts, with | between',
  },
  { name: 'district', required: false, maxLength: 60, meaning: 'in a city that elects district councils' },
  { name: 'place', required: false, maxLength: 80, meaning: 'name of the building' },
  {
    name: 'place_code',
    required: false,
    maxLength: 20,
    meaning: 'of a counting or main bureau: the building, by its code in the places list',
  },
  { name: 'room', required: false, maxLength: 60, meaning: 'room, as its door says it' },
  { name: 'voting_mode', required: true, maxLength: 8, meaning: 'PAPER or DIGITAL' },
  { name: 'chair', required: false, maxLength: 5, meaning: 'seats; 4+1 is four and one that may be added' },
  { name: 'deputy_chair', required: false, maxLength: 5, meaning: 'seats' },
  { name: 'secretary', required: false, maxLength: 5, meaning: 'seats' },
  { name: 'adjunct_secretary', required: false, maxLength: 5, meaning: 'seats' },
  { name: 'assessor', required: false, maxLength: 5, meaning: 'seats' },
  { name: 'substitute', required: false, maxLength: 5, meaning: 'seats' },
] as const

export type PlanColumn = (typeof planColumns)[number]['name']
export type PlanFields = Readonly<Record<PlanColumn, string>>

export const seatColumns = {
  chair: 'CHAIR',
  deputy_chair: 'DEPUTY_CHAIR',
  secretary: 'SECRETARY',
  adjunct_secretary: 'ADJUNCT_SECRETARY',
  assessor: 'ASSESSOR',
  substitute: 'SUBSTITUTE',
} as const satisfies Partial<Record<PlanColumn, SeatRole>>
