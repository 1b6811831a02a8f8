import type { MemberId, TrainingId } from '../../platform/ids.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'

/** When and where members of bureaus are taught what they do on polling day, for whom, and with how many places. */
export interface Training extends TrainingPlan {
  readonly trainingId: TrainingId
  readonly cancelledAt: Date | null
  /** When day, hour or place last changed. */
  readonly movedAt: Date | null
  /** Goes up with each change: whoever saw another one is told. */
  readonly version: number
}

/** What somebody types of it. A place, an address on the internet, or both. */
export interface TrainingPlan {
  readonly title: string
  readonly kinds: readonly KeptKind[]
  readonly roles: readonly SeatRole[]
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  readonly link: string | null
  readonly capacity: number
  /** The moment from which members can't enrol by themselves any more. */
  readonly enrolUntil: Date
}

export type TrainingAttendance = 'PRESENT' | 'ABSENT'
export const trainingAttendances = ['PRESENT', 'ABSENT'] as const

/** How somebody was enrolled. */
export type EnrolChannel = 'PORTAL' | 'PHONE' | 'COUNTER'

/** Somebody who has a place, or waits for one. */
export interface Enrolment {
  readonly memberId: MemberId
  readonly hasPlace: boolean
  /** Of who waits: how many come first, and this one; of the others nothing. */
  readonly waitsAs: number | null
  readonly channel: EnrolChannel
  readonly enrolledAt: Date
  readonly movedUpAt: Date | null
  readonly attendance: TrainingAttendance | null
}

export const longestOfTraining = { title: 100, place: 200, link: 300 } as const
export const mostPlaces = 1000

export type TrainingFault =
  | 'title-missing'
  | 'kinds-missing'
  | 'roles-missing'
  | 'ends-before-it-starts'
  | 'enrol-after-it-starts'
  | 'nowhere'
  | 'link-wrong'
  | 'capacity-wrong'

/** The first thing that is wrong with it; nothing when it can be held. */
export function faultOf(plan: TrainingPlan): TrainingFault | undefined {
  const { title, kinds, roles, startsAt, endsAt, enrolUntil, place, link, capacity } = plan
  if (!isShort(title, longestOfTraining.title) || title === '') return 'title-missing'
  if (kinds.length === 0) return 'kinds-missing'
  if (roles.length === 0) return 'roles-missing'
  if (endsAt <= startsAt) return 'ends-before-it-starts'
  if (enrolUntil > startsAt) return 'enrol-after-it-starts'
  if (!place && !link) return 'nowhere'
  if (place && !isShort(place, longestOfTraining.place)) return 'nowhere'
  if (link && !isLink(link)) return 'link-wrong'
  return Number.isInteger(capacity) && capacity > 0 && capacity <= mostPlaces ? undefined : 'capacity-wrong'
}

const isShort = (text: string, most: number) => text.length <= most

function isLink(link: string): boolean {
  return isShort(link, longestOfTraining.link) && URL.canParse(link) && new URL(link).protocol === 'https:'
}

/** What who is enrolled has to be told when it changes. */
export function isElsewhere(before: TrainingPlan, after: TrainingPlan): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.place !== after.place ||
    before.link !== after.link
  )
}
