/** Seats that the chair of a bureau fills, and no magistrate. */
export { type ChairChoiceRefusal, chooseForSeat } from './choose-for-seat.ts'
export { type Chooser, hasOwnChoice, mayChoose } from './may-choose.ts'
