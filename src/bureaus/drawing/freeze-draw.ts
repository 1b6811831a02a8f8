import { type Election, getSections } from '../../elections/index.ts'
import { getSettings, mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type DrawId, type ListId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { currentList } from '../../voters/index.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { candidateIndexes, listedPeople } from '../listing/listed-overview.ts'
import { memberLists } from '../listing/member-list-store.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { drawAlgorithm, type FrozenDraw, type GivenUpDraw } from './draw-file.ts'
import { drawsOf, insertDraw, insertPool, lockDraws, type PoolPerson } from './draw-store.ts'
import { type DrawUnit, type KeptDraw, unitOfListA, unitOfSection } from './kept-draw.ts'
import { poolHash } from './pool-hash.ts'
import { drawPseudonym, inOrder, poolOfSection } from './pool-of-voters.ts'

export interface DrawToFreeze {
  readonly election: Election
  readonly staff: Staff
  /** Where the public value will come from: a lottery, a beacon. */
  readonly publicSource: string
  /** When it becomes known. */
  readonly knownAt: Date
  /** How many dice the magistrate throws besides. */
  readonly dice: number
  /** Whether another person than this one has to carry out the draw. */
  readonly twoPeople: boolean
  /** Whoever fixes it knows that list A is not adopted: who comes on it later stands behind everybody who was drawn. */
  readonly withoutListA?: boolean
}

interface Deps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

export type FreezeRefusal =
  | 'right-missing'
  | 'no-public-source'
  | 'no-dice'
  | 'moment-passed'
  | 'no-list'
  | 'not-accepted'
  | 'already-committed'
  | 'nobody-to-draw'
  | 'list-a-not-adopted'

/**
 * Fixes out of whom list B is drawn, in one transaction: all or nothing of it is there. What it answers is the commitment, to be
 * made known before chance speaks. One section is in memory at a time. Where the law draws out of list A too (KWB 95 § 4) it waits until
 * the college adopted that list (`list-a-not-adopted`), unless somebody says to go on without; `isListAOpen` tells it everywhere.
 */
export function freezeDraw(
  { database, vault, clock }: Deps,
  { election, staff, publicSource, knownAt, dice, twoPeople, withoutListA = false }: DrawToFreeze,
): Promise<Result<{ draw: KeptDraw; isListAOpen: boolean }, FreezeRefusal>> {
  const { municipalityId } = election
  const now = clock.now()
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (staff.municipalityId !== municipalityId || !mayDo(staff, 'bureaus.manage'))
      return refused('right-missing')
    if (publicSource.trim() === '' || publicSource.length > 300) return refused('no-public-source')
    if (!Number.isInteger(dice) || dice < 0 || dice > 100) return refused('no-dice')
    if (knownAt <= now) return refused('moment-passed')
    await lockDraws(db, election)
    const before = await drawsOf(db, election)
    if (before.some(({ state }) => state !== 'WITHDRAWN')) return refused('already-committed')
    const list = await currentList(db, municipalityId, election.electionId)
    if (!list) return refused('no-list')
    if (list.state === 'imported') return refused('not-accepted')
    const rules = loadBureauRules(election.ruleset)
    const [listA] = await memberLists(db, election, 'A')
    const isListAOpen = (listA?.state ?? 'DRAFT') === 'DRAFT'
    if (isListAOpen && rules.categorySelection.value === 'RANDOM' && !withoutListA)
      return refused('list-a-not-adopted')
    const randomness = { publicSource: publicSource.trim(), knownAt: knownAt.toISOString(), dice }
    const header = await headerOf(db, election, rules, before, randomness)
    const drawId = newId<DrawId>()
    const { units, commitment } = await freezePools(
      { db, vault, rules },
      { election, listId: list.listId, drawId, header },
    )
    if (units.length === 0) return refused('nobody-to-draw')
    const draw: KeptDraw = {
      ...{ drawId, state: 'COMMITTED', frozen: { ...header, units }, commitment, knownAt, twoPeople },
      ...{ committedAt: now, committedBy: staff.staffId },
    }
    await insertDraw(db, election, draw)
    const event = { municipalityId, actor: staff.staffId, action: 'bureaus.draw-committed', subject: drawId }
    await recordAudit(db, { ...event, details: { commitment, knownAt: knownAt.toISOString() } })
    return { ok: true, draw, isListAOpen }
  })
}

type Header = Omit<FrozenDraw, 'pools'>

async function headerOf(
  db: Db,
  { municipalityId, code, pollingDay }: Election,
  { regime, version }: BureauRules,
  before: readonly KeptDraw[],
  randomness: FrozenDraw['randomness'],
): Promise<Header> {
  const { nisCode } = await getSettings(db, municipalityId)
  return {
    algorithm: drawAlgorithm,
    drawId: `${nisCode}-${code.slice(0, 80)}-${before.length + 1}`,
    election: { municipality: nisCode, code, pollingDay },
    rules: { regime, version },
    randomness,
    withdrawn: before.toReversed().map(givenUp),
  }
}

/** When it was not written down when, it cannot be said that chance was not known; and reasons of then were not written to be read by all. */
function givenUp({
  frozen,
  commitment,
  committedAt,
  knownAt,
  withdrawnAt,
  withdrawnWhy,
}: KeptDraw): GivenUpDraw {
  return {
    ...{ drawId: frozen.drawId, commitment, committedAt: committedAt.toISOString() },
    ...{ knownAt: knownAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null },
    afterChance: withdrawnAt === undefined || withdrawnAt >= knownAt,
    why: withdrawnAt ? (withdrawnWhy ?? '') : '',
  }
}

interface ToFreeze {
  readonly election: Election
  readonly listId: ListId
  readonly drawId: DrawId
  readonly header: Header
}

/** Section by section; then list A, where the law wants chance among its people too. */
async function freezePools(
  context: { readonly db: Db; readonly vault: Vault; readonly rules: BureauRules },
  { election, listId, drawId, header }: ToFreeze,
): Promise<{ units: DrawUnit[]; commitment: string }> {
  const { db, vault, rules } = context
  const listA = await listedPeople(db, election, rules)
  const apart = {
    onListA: new Set(listA.map(({ nrnIndex }) => nrnIndex.toString('hex'))),
    candidates: await candidateIndexes(db, election),
  }
  const hash = poolHash(header)
  const units: DrawUnit[] = []
  const freeze = async (unit: string, people: readonly PoolPerson[], wanted: number) => {
    if (people.length === 0) return
    const places = Math.min(wanted, people.length)
    hash.add({ unit, places, people: people.map(({ pseudonym }) => pseudonym.toString('hex')) })
    units.push({ unit, places, people: people.length })
    await insertPool(db, election, drawId, unit, people)
  }
  for (const { section } of await getSections(db, election.municipalityId, election.electionId)) {
    const people = await poolOfSection(context, election, { listId, section }, apart)
    await freeze(unitOfSection(section), people, rules.listB.value.names)
  }
  if (rules.categorySelection.value === 'RANDOM') {
    const able = listA.filter(({ whyNot }) => whyNot.length === 0)
    const people = able.map(({ nrnIndex }) => ({
      nrnIndex,
      pseudonym: drawPseudonym(vault, election, nrnIndex),
    }))
    await freeze(unitOfListA, inOrder(people), people.length)
  }
  return { units, commitment: hash.commitment() }
}
