import { type KeptBureau, type KeptSeat, keptBureaus } from '../../bureaus/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'

export interface FoundSeat {
  readonly bureau: KeptBureau
  readonly seat: KeptSeat
}

/** The seat that the address names, with its bureau. */
export async function seatInAddress(desk: ElectionDesk): Promise<FoundSeat | undefined> {
  const { req } = desk.context
  const kept = await inOwnScope(desk, (db) => keptBureaus(db, desk.election))
  const bureau = kept.find(({ number }) => number === req.param('number'))
  const seat = bureau?.seats.find(({ seatId }) => seatId === req.param('seat'))
  return bureau && seat && { bureau, seat }
}
