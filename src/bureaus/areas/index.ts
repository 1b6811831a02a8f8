/** The bureaus of all municipalities that were granted to one court or main bureau. */
export type { AreaBureau } from './area-overview.ts'
export { type AreaElection, bureausOfArea, electionsOfArea, openSeats } from './read-area.ts'
export { waitingInArea } from './waiting-overview.ts'
