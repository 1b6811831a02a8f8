/** Which seat for whom, computed; why, in words. */
export { assignSeats } from './assign-seats.ts'
export type { Reason, ReasonForEmpty } from './seating.ts'
export { distance as distanceInDutch, emptyInDutch, reasonInDutch } from './texts.nl.ts'
