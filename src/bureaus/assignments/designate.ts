import { dayInBelgium, isDay, startOfDay } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { lastDayToDesignate } from '../bureau-moments.ts'
import type { SeatedAssignment } from './assignment.ts'
import { timelineOf } from './assignment-store.ts'
import { candidatesAmong } from './candidates-overview.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from './step-assignment.ts'

/** `signedOn`: the day on the paper that the magistrate signed, when a clerk writes that down later. */
export interface Designation extends Step {
  readonly signedOn?: string | undefined
}

/**
 * The magistrate signs a proposal; the chair does for the seats that a chair fills. After the last day it counts all the same, and
 * the event says that it was late. Who became a candidate since is refused: the proposal has to be withdrawn.
 */
export function designate(deps: AssignmentDeps, designation: Designation): Promise<Stepped> {
  return inElection(deps, designation, async (db, context) => {
    const candidates = await candidatesAmong(db, context.election, [designation.assignmentId])
    return designateIn(db, context, designation, candidates)
  })
}

export interface Signed {
  readonly designated: readonly SeatedAssignment[]
  /** What could not be signed any more, because it changed or went meanwhile. The others are signed. */
  readonly refused: readonly { readonly step: Designation; readonly because: Refusal }[]
}

/** Signs many at once, in one transaction. */
export function designateAll(
  deps: AssignmentDeps,
  {
    steps,
    ...act
  }: Omit<Designation, 'assignmentId' | 'version'> & {
    readonly steps: readonly Pick<Step, 'assignmentId' | 'version'>[]
  },
): Promise<Result<Signed, Refusal>> {
  return inElection(deps, act, async (db, context) => ({
    ok: true,
    ...(await designateEach(db, context, act, steps)),
  }))
}

/** The same, in the caller's transaction. */
export async function designateEach(
  db: Db,
  context: StepContext,
  act: Omit<Designation, 'assignmentId' | 'version'>,
  steps: readonly Pick<Step, 'assignmentId' | 'version'>[],
): Promise<Signed> {
  const designated: SeatedAssignment[] = []
  const refusals: Signed['refused'][number][] = []
  const ids = steps.map(({ assignmentId }) => assignmentId)
  const candidates = await candidatesAmong(db, context.election, ids)
  // In one order, so that two who sign at once do not wait for each other.
  for (const one of steps.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))) {
    const step = { ...act, ...one }
    const stepped = await designateIn(db, context, step, candidates)
    if (stepped.ok) designated.push(stepped.assignment)
    else refusals.push({ step, because: stepped.because })
  }
  return { designated, refused: refusals }
}

async function designateIn(
  db: Db,
  context: StepContext,
  designation: Designation,
  candidates: ReadonlySet<AssignmentId>,
): Promise<Stepped> {
  const { signedOn, assignmentId } = designation
  if (context.rules.candidates.value === 'excluded' && candidates.has(assignmentId))
    return refused('is-candidate')
  const [begin] = signedOn === undefined ? [] : await timelineOf(db, context.election, assignmentId)
  const proposedOn = begin && dayInBelgium(begin.happenedAt)
  return stepIn(db, context, designation, 'designate', (_, { now, rules, election }) => {
    const today = dayInBelgium(now)
    const day = signedOn ?? today
    if (!isDay(day) || day > today) return refused('in-the-future', day)
    // Nobody signs for who is not proposed yet: another day stands on the sheet, or it is another sheet.
    if (proposedOn && day < proposedOn) return refused('before-proposal', proposedOn)
    return {
      designatedAt: signedOn === undefined ? now : startOfDay(signedOn),
      details: {
        afterLastDay: day > lastDayToDesignate(rules, election),
        ...(signedOn !== undefined && { signedOn }),
      },
    }
  })
}
