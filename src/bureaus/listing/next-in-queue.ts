import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Origin } from '../assignments/assignment.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import type { BureauKind, BureauRules, SeatRole } from '../bureau-rules.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { unitOfSection } from '../drawing/kept-draw.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { lockMemberList } from './member-list-store.ts'
import { firstListedNotCalled } from './next-listed-overview.ts'
import { firstDrawnNotCalled } from './queue-overview.ts'

export interface SeatToFill {
  readonly kind: BureauKind
  readonly role: SeatRole
  /** Whose voters vote there; of a polling bureau. */
  readonly section?: number | undefined
}

/** Who comes next, with why: to be kept as a member, and proposed. */
export interface NextPerson {
  readonly origin: Extract<Origin, 'DRAW' | 'CATEGORY' | 'VOLUNTEER'>
  readonly drawRank?: number | undefined
  readonly member: SealedMember
  /** How a volunteer can be reached, as they offered. */
  readonly contactSealed?: Buffer | null | undefined
}

/**
 * The next who may be called for a seat and never was, by the lists that the law names for it and in their order. Whoever asks waits
 * until those who asked before are done, so it is asked in the transaction in which the person is proposed; nobody comes twice.
 */
export async function nextInQueue(
  db: Db,
  election: Election,
  { kind, role, section }: SeatToFill,
): Promise<NextPerson | undefined> {
  const rules = loadBureauRules(election.ruleset)
  const lists = new Set(
    rules.seating.filter((rule) => rule.kind === kind && rule.role === role).flatMap((rule) => rule.lists),
  )
  for (const list of lists) {
    const next =
      list === 'A'
        ? await nextOfListA(db, election, rules)
        : list === 'B' && section !== undefined && (await nextOfListB(db, election, section))
    if (next) return next
  }
  return undefined
}

async function nextOfListB(db: Db, election: Election, section: number): Promise<NextPerson | undefined> {
  await lockMemberList(db, election, 'B')
  const draw = await currentDraw(db, election)
  if (draw?.state !== 'DRAWN') return undefined
  const next = await firstDrawnNotCalled(db, election, { drawId: draw.drawId, unit: unitOfSection(section) })
  return next && { origin: 'DRAW', drawRank: next.rank, member: next.member }
}

/** By the order of the law; where the law wants chance, by the draw, and nobody before there was one. */
async function nextOfListA(db: Db, election: Election, rules: BureauRules): Promise<NextPerson | undefined> {
  await lockMemberList(db, election, 'A')
  const draw = rules.categorySelection.value === 'RANDOM' ? await currentDraw(db, election) : undefined
  if (rules.categorySelection.value === 'RANDOM' && draw?.state !== 'DRAWN') return undefined
  const next = await firstListedNotCalled(db, { election, rules }, draw)
  if (!next) return undefined
  const { nrnCipher, nrnIndex, lastName, firstNames, birthDate, address } = next
  return {
    origin: 'CATEGORY',
    member: {
      ...{ nrnCipher, nrnIndex, lastName, firstNames },
      ...(birthDate && { birthDate }),
      ...(address && { address }),
    },
  }
}
