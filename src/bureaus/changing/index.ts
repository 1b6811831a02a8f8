/** A designation that changes afterwards: taken back, moved or called up, with the letter that tells it. */

export { askMove, type MoveRefusal } from './ask-move.ts'
export { type AskedMove, askedMoveOf, askedMoves } from './asked-moves-overview.ts'
export { callUpWithLetter } from './call-up-with-letter.ts'
export { decideMove, refuseMove } from './decide-move.ts'
export { type TakenBack, takeBackDesignation } from './take-back-designation.ts'
