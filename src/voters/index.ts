/**
 * The voters list of an election: imported and checked, accepted, closed, amended. Knows who votes in which
 * section; knows nothing of letters. National numbers are sealed before they reach the database.
 */
export type {
  AdditionGround,
  NoPost,
  SealedVoter,
  SectionCount,
  StrikeGround,
  VoterFact,
  VoterState,
} from './voter.ts'
export { additionGrounds, entitled, strikeGrounds } from './voter.ts'
export type { ListState, VotersList } from './voters-list.ts'
