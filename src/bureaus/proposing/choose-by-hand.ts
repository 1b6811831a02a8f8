import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { isId, type SeatId, type SeatingChoiceId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import {
  deleteSeatingChoice,
  type SeatingChoice,
  seatingChoices,
  writeSeatingChoice,
} from './seating-choice-store.ts'
import { seatingRuns } from './seating-run-store.ts'
import { divisionOf } from './seating-seat-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** What is wanted of whoever has this seat in the division that was looked at. */
export type HandChoice =
  | { readonly kind: 'keep' | 'not-here' }
  /** To a seat of the same role in another bureau, by its number. */
  | { readonly kind: 'move'; readonly to: string }

export type ChoiceRefusal = 'nobody-there' | 'no-such-bureau' | 'no-free-seat-there'

/** Somebody decides about one person of the last division; what it changes shows when it is computed anew. */
export async function chooseByHand(
  { database, clock }: Deps,
  facts: {
    readonly election: Election
    readonly seatId: string
    readonly choice: HandChoice
    readonly by: string
  },
): Promise<Result<object, ChoiceRefusal>> {
  const { election, seatId, choice, by } = facts
  const { municipalityId } = election
  if (!isId(seatId)) return refused('nobody-there')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const run = (await seatingRuns(db, election)).find(({ state }) => state === 'done')
    const seats = run ? await divisionOf(db, election, run.runId) : []
    const seat = seats.find((one) => one.seatId === seatId)
    if (!seat?.person) return refused('nobody-there')
    const target =
      choice.kind === 'move'
        ? freeSeatIn(
            await keptBureaus(db, election),
            await seatingChoices(db, election),
            seat.seatId,
            choice.to,
          )
        : { ok: true as const, seatId: seat.seatId }
    if (!target.ok) return target
    const what = choice.kind === 'not-here' ? 'NOT_HERE' : 'KEEP'
    const wanted = { seatId: target.seatId, person: seat.person, choice: what } as const
    await writeSeatingChoice(db, election, wanted, { by, at: clock.now() })
    const event = { municipalityId, actor: by, action: 'bureaus.seating-chosen', subject: target.seatId }
    await recordAudit(db, { ...event, details: { choice: choice.kind } })
    return { ok: true }
  })
}

function freeSeatIn(
  bureaus: readonly KeptBureau[],
  choices: readonly SeatingChoice[],
  from: SeatId,
  to: string,
): Result<{ seatId: SeatId }, ChoiceRefusal> {
  const role = bureaus.flatMap(({ seats }) => seats).find(({ seatId }) => seatId === from)?.role
  const bureau = bureaus.find(({ number }) => number === to.trim().toUpperCase())
  if (!bureau) return refused('no-such-bureau')
  const kept = new Set(choices.filter(({ choice }) => choice === 'KEEP').map(({ seatId }) => seatId))
  const free = bureau.seats.filter(
    (seat) => seat.role === role && !seat.isTaken && !seat.optional && !kept.has(seat.seatId),
  )
  return free[0] ? { ok: true, seatId: free[0].seatId } : refused('no-free-seat-there')
}

/** A choice by hand is taken back: the lists say again who sits there. */
export async function dropChoice(
  { database }: Pick<Deps, 'database'>,
  { election, choiceId, by }: { readonly election: Election; readonly choiceId: string; readonly by: string },
): Promise<Result<object, 'no-such-choice'>> {
  const { municipalityId } = election
  if (!isId(choiceId)) return refused('no-such-choice')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const dropped = await deleteSeatingChoice(db, election, choiceId as string as SeatingChoiceId)
    if (!dropped) return refused('no-such-choice')
    const action = 'bureaus.seating-choice-dropped'
    await recordAudit(db, { municipalityId, actor: by, action, subject: dropped.seatId })
    return { ok: true }
  })
}
