import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { ClaimGap } from './claim.ts'
import { accountChangedAt, type ClaimRow, factsOfClaims, selectClaims } from './claim-store.ts'
import { type ClaimState, claimStates, judgeClaim, type KeptFacts, type ListedClaim } from './kept-claim.ts'
import { type SharedAccounts, sharedAccounts } from './shared-accounts.ts'

interface Deps {
  readonly database: Database
  readonly vault: Pick<Vault, 'open'>
}

export interface ClaimCount {
  readonly many: number
  /** Cents: what is known of who is incomplete, and what left of who is in a batch. */
  readonly cents: number
}

export interface ClaimCounts {
  /** Everybody of whom it is known whether they came is in one of these. */
  readonly states: Readonly<Record<ClaimState, ClaimCount>>
  /** How many claims miss this; one claim may miss more. */
  readonly gaps: ReadonlyMap<ClaimGap, number>
  /** Which facts lead to which state: what a list is selected by. */
  readonly factsOf: Readonly<Record<ClaimState, readonly KeptFacts[]>>
}

/** How many claims stand where. In the scope of the municipality. */
export async function claimCounts(db: Db, election: Election): Promise<ClaimCounts> {
  const rules = loadBureauRules(election.ruleset).pay
  const empty = () => ({ many: 0, cents: 0, facts: [] as KeptFacts[] })
  const found = Object.fromEntries(claimStates.map((state) => [state, empty()])) as Record<
    ClaimState,
    ReturnType<typeof empty>
  >
  const gaps = new Map<ClaimGap, number>()
  for (const { facts, many, left } of await factsOfClaims(db, election)) {
    const { state, claim } = judgeClaim(rules, election, facts)
    found[state].many += many
    found[state].cents += facts.payment === 'OPEN' ? claim.total * many : left
    found[state].facts.push(facts)
    if (state === 'incomplete') for (const gap of claim.missing) gaps.set(gap, (gaps.get(gap) ?? 0) + many)
  }
  const per = <T>(of: (one: ReturnType<typeof empty>) => T) =>
    Object.fromEntries(claimStates.map((state) => [state, of(found[state])])) as Record<ClaimState, T>
  return { states: per(({ many, cents }) => ({ many, cents })), gaps, factsOf: per(({ facts }) => facts) }
}

export interface AskedClaims {
  readonly election: Election
  /** `shared`: in any state, whose account another member gave as well. */
  readonly state: ClaimState | 'shared'
  /** Only those that miss this. */
  readonly gap?: ClaimGap | undefined
  /** The last one of the page before. */
  readonly after?: AssignmentId | undefined
  readonly most: number
  readonly by: string
}

/** Claims in one state, in the order in which their members were proposed, with the counts of all. Whoever looks leaves a trace. */
export function listClaims(
  { database, vault }: Deps,
  asked: AskedClaims,
): Promise<{
  counts: ClaimCounts
  shared: SharedAccounts
  claims: readonly ListedClaim[]
  hasMore: boolean
}> {
  const { election, most, by } = asked
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const counts = await claimCounts(db, election)
    const shared = await sharedAccounts(db, vault, election)
    const which = asked.state === 'shared' ? sharedOn(asked, shared) : ofState(asked, asked.state, counts)
    const rows = which ? await selectClaims(db, election, which) : []
    const claims = rows.slice(0, most).map((row) => claimFrom(election, row, shared))
    if (claims.length > 0)
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.claims-shown', subject: electionId },
      })
    return { counts, shared, claims, hasMore: rows.length > most }
  })
}

function ofState({ election, gap, after, most }: AskedClaims, state: ClaimState, { factsOf }: ClaimCounts) {
  const rules = loadBureauRules(election.ruleset).pay
  const withFacts = factsOf[state].filter(
    (facts) => !gap || judgeClaim(rules, election, facts).claim.missing.includes(gap),
  )
  return withFacts.length > 0 ? { withFacts, after, most: most + 1 } : undefined
}

function sharedOn({ after, most }: AskedClaims, shared: SharedAccounts) {
  const assignments = [...shared.keys()]
    .sort()
    .filter((id) => !after || id > after)
    .slice(0, most + 1)
  return assignments.length > 0 ? { assignments } : undefined
}

/** A claim with when its member last changed the account, unless another was noted since. */
export interface ShownClaim extends ListedClaim {
  readonly accountChangedAt?: Date
}

/** One claim; nothing where nobody knows yet whether this person came. Whoever looks leaves a trace. */
export function showClaim(
  { database, vault }: Deps,
  { election, assignmentId, by }: { election: Election; assignmentId: AssignmentId; by: string },
): Promise<ShownClaim | undefined> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [row] = await selectClaims(db, election, { assignments: [assignmentId] })
    if (!row) return undefined
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.claim-shown', subject: assignmentId },
    })
    const changedAt = await accountChangedAt(db, election, assignmentId)
    return {
      ...claimFrom(election, row, await sharedAccounts(db, vault, election)),
      ...(changedAt && { accountChangedAt: changedAt }),
    }
  })
}

/** What a row comes to by the rules of this election. */
export function claimFrom(
  election: Election,
  row: ClaimRow,
  shared: SharedAccounts = new Map(),
): ListedClaim {
  const { memberId, batchId, fee, travel, facts, ...who } = row
  const judged = judgeClaim(loadBureauRules(election.ruleset).pay, election, facts)
  const payment = batchId === null ? undefined : { batchId, fee: fee!, travel: travel! }
  const sharesAccountWith = shared.get(row.assignmentId) ?? []
  return { ...who, facts, ...judged, sharesAccountWith, payment }
}
