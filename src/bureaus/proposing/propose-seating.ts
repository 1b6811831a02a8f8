import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { NotValid } from '../../platform/document.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { NotAssigned } from '../assigning/not-assigned.ts'
import type { EmptySeat, ProposedSeating, SeatedPerson, SoftWishes } from '../assigning/seating.ts'
import { inElection, type Refusal } from '../assignments/step-assignment.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { lockBureaus } from '../planning/bureau-store.ts'
import { refreshStatistics } from '../statistics-store.ts'
import { assignInThread } from './assign-in-thread.ts'
import type { Candidate } from './candidates-file.ts'
import { candidatesOfLists } from './candidates-of-lists.ts'
import { judgeCandidates } from './judge-candidates.ts'
import type { SeatCandidate } from './seat-candidate.ts'
import { seatingChoices } from './seating-choice-store.ts'
import { seatingTask } from './seating-task.ts'
import { writeProposals } from './write-proposals.ts'

interface Deps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

export interface SeatingToPropose {
  readonly election: Election
  /** Of a file, held against the lists as who is proposed by hand is; absent: those of the lists that are kept. */
  readonly candidates?: readonly Candidate[] | undefined
  readonly wishes?: SoftWishes | undefined
  readonly by: string
  /** Only say who would sit where. */
  readonly isPreview?: boolean
}

export interface SeatingProposed {
  readonly seated: readonly { readonly number: string; readonly because: SeatedPerson['because'] }[]
  readonly empty: readonly EmptySeat[]
  readonly sum: ProposedSeating['sum']
  readonly gap: number
}

/**
 * Proposes somebody for every free seat that the lists can fill: the law says who, the least travel says where. Who has a seat keeps it.
 * Written in one transaction, or not at all when somebody was given one of these seats meanwhile.
 */
export async function proposeSeating(
  deps: Deps,
  { election, candidates, wishes, by, isPreview = false }: SeatingToPropose,
): Promise<Result<SeatingProposed, NotAssigned | Refusal | 'nobody-on-the-lists'> | NotValid> {
  const read = await deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const judged = candidates && (await judgeCandidates(db, deps.vault, { election, candidates, by }))
    if (judged && !judged.ok) return judged
    const people = judged?.people ?? (await candidatesOfLists(db, election, deps.vault))
    const choices = judged ? [] : await seatingChoices(db, election)
    const asked = await seatingTask(db, { election, wishes, choices, candidates: people })
    return { ok: true, ...asked } as const
  })
  if (!read.ok) return read
  const { task, people, numbers, free } = read
  if (people.size === 0 && !candidates) return refused('nobody-on-the-lists')
  const assigned = await assignInThread(task)
  if (!assigned.ok) return refused(assigned.because, whichOf(candidates, assigned.detail, deps.vault))
  const { empty, sum, gap } = assigned.assignment
  const seated = assigned.assignment.seated.filter(({ seat }) => free.has(seat))
  const answer = {
    ...{ empty, sum, gap },
    seated: seated.map(({ seat, because }) => ({ number: numbers.get(seat)!, because })),
  }
  if (isPreview) return { ok: true, ...answer }
  const proposed = await inElection(deps, { election }, async (db: Db, context) => {
    await lockBureaus(db, election)
    const all = seated.map(({ seat, person, because }) => ({
      ...{ seatId: seat as SeatId, who: people.get(person)!, because },
    }))
    // Who comes first by the lists is proposed first, so that nobody seems to come before somebody who sits elsewhere.
    const inTurn = candidates ? all.toSorted(byTurn(context.rules)) : all
    const facts = { by, empty: empty.length, chosen: candidates !== undefined }
    const written = await writeProposals(db, context, inTurn, facts)
    return written.ok ? ({ ok: true, ...answer } as const) : written
  })
  if (proposed.ok) await refreshStatistics(deps.database, election)
  return proposed
}

type InTurn = { readonly who: SeatCandidate }

function byTurn({ categories }: Pick<BureauRules, 'categories'>): (one: InTurn, other: InTurn) => number {
  const last = Number.MAX_SAFE_INTEGER
  const turn = ({ who: { person } }: InTurn) => [
    ['A', 'B', 'OTHER'].indexOf(person.list),
    person.drawRank ?? categories.value.indexOf(person.category ?? ''),
    person.order ?? last,
  ]
  return (one, other) => {
    const [mine, theirs] = [turn(one), turn(other)]
    return mine.map((part, at) => part - theirs[at]!).find((difference) => difference !== 0) ?? 0
  }
}

/** The fault of the solver by the place in the file: the id that it knows is nobody else's business. */
function whichOf(candidates: readonly Candidate[] = [], id: string | undefined, vault: Vault): string {
  const at = candidates.findIndex(({ nationalNumber }) => vault.index(nationalNumber).toString('hex') === id)
  return at < 0 ? '' : `number ${at + 1} of the file`
}
