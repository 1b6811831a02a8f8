/** People of the lists divided over free seats, as proposals. */
export { readCandidates } from './candidates-file.ts'
export { type ChoiceRefusal, chooseByHand, dropChoice, type HandChoice } from './choose-by-hand.ts'
export { type ProposalRemark, proposalRemarks } from './judge-proposal.ts'
export { type HandRefusal, proposeByHand } from './propose-by-hand.ts'
export { proposeSeating, type SeatingProposed } from './propose-seating.ts'
export { askProposals, askSeating, type SeatingRefusal, stopSeating } from './seating-run.ts'
export { lastSeatingRun, type SeatingRun } from './seating-run-store.ts'
export type { SeatingSource } from './seating-task.ts'
export {
  type DividedBureau,
  type Division,
  type SeatInDivision,
  type SeatingShown,
  showBureauDivision,
  showSeating,
} from './show-seating.ts'
export { workSeatings } from './work-seatings.ts'
