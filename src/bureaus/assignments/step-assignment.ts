import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { violatedConstraint } from '../../platform/db/violation.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { Assignment, EventDetails, SeatedAssignment } from './assignment.ts'
import { insertAssignment, insertEvent, lockAssignment, updateAssignment } from './assignment-store.ts'
import { headline } from './headline.ts'
import { type StepRefusal, takeStep } from './take-step.ts'
import type { Authority, Opening, Transition } from './transitions.ts'

export interface AssignmentDeps {
  readonly database: Database
  readonly clock: Clock
}

/** Who acts, in whose power, and why. A reason is kept in the timeline and not in the audit log. */
export interface Act {
  /** A staff id, `person`, or the job that acted by itself. */
  readonly by: string
  readonly authority: Authority
  readonly reason?: string | undefined
  /** Codes, moments and numbers that belong to the step: a channel, the name of a proof. */
  readonly details?: EventDetails | undefined
}

/** A step of one assignment. `version`: as the one who acts saw it; absent, whatever it is now. */
export interface Step extends Act {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly version?: number | undefined
}

export type Refusal =
  | StepRefusal
  | NumberInText
  | 'no-such-assignment'
  | 'changed-meanwhile'
  | 'no-such-seat'
  | 'no-such-member'
  | 'seat-taken'
  | 'person-has-seat'
  | 'queue-empty'
  | 'term-not-over'
  | 'in-the-future'
  | 'before-proposal'
  | 'is-candidate'
  | 'not-on-polling-day'

export type Stepped = Result<{ assignment: SeatedAssignment }, Refusal>

/** What a use case adds to the step: moments it sets, and details of its event. */
export interface Effects extends Partial<Pick<Assignment, 'designatedAt' | 'deliveredAt' | 'excuseUntil'>> {
  readonly details?: EventDetails
}

export interface StepContext {
  readonly now: Date
  readonly rules: BureauRules
  readonly election: Election
}

export type EffectsOf = (assignment: SeatedAssignment, context: StepContext) => Effects | Refused<Refusal>

/** One step, in a transaction of its own. */
export function stepAssignment(
  deps: AssignmentDeps,
  step: Step,
  transition: Transition,
  effects: EffectsOf = () => ({}),
): Promise<Stepped> {
  return inElection(deps, step, (db, context) => stepIn(db, context, step, transition, effects))
}

/** The transaction of a use case. What the database refuses because another was first is answered, not thrown. */
export async function inElection<Success, Code extends string = Refusal>(
  { database, clock }: AssignmentDeps,
  { election, reason }: Pick<Step, 'election' | 'reason'>,
  work: (db: Db, context: StepContext) => Promise<Result<Success, Code>>,
): Promise<Result<Success, Code | Refusal>> {
  const inText = refuseNumbers(reason)
  if (inText) return inText
  const context = { now: clock.now(), rules: loadBureauRules(election.ruleset), election }
  try {
    return await throughDeadlocks(() =>
      database.inScope(staffOf(election.municipalityId), (db) => work(db, context)),
    )
  } catch (error) {
    const taken = takenMeanwhile(error)
    if (taken) return taken
    throw error
  }
}

/** What the database refused because another was first; nothing when the error says something else. */
export function takenMeanwhile(error: unknown): Refused<Refusal> | undefined {
  const taken = violatedConstraint(error, 'unique')
  if (taken === 'one_person_in_a_seat') return refused('seat-taken')
  if (taken === 'one_seat_of_a_person') return refused('person-has-seat')
  return undefined
}

/** One step in the caller's transaction: lock, judge, write where it stands with its event and its trace. */
export async function stepIn(
  db: Db,
  context: StepContext,
  step: Step,
  transition: Transition,
  effects: EffectsOf = () => ({}),
): Promise<Stepped> {
  const found = await lockAssignment(db, context.election, step.assignmentId)
  if (!found) return refused('no-such-assignment')
  if (step.version !== undefined && step.version !== found.version) return refused('changed-meanwhile')
  const isChosenByChair = isFilledByChair(context.rules, found.kind, found.role)
  const taken = takeStep(found.axes, transition, { ...step, role: found.role, isChosenByChair })
  if (!taken.ok) return taken
  const more = effects(found, context)
  if ('because' in more) return more
  const { details, ...moments } = more
  const assignment = { ...found, ...moments, axes: taken.axes, version: found.version + 1 }
  await updateAssignment(db, context.election, assignment)
  await writeDown(db, context, step, { assignment, transition, details })
  return { ok: true, assignment }
}

/** A new assignment in the caller's transaction, with the event that begins it. */
export async function openIn(
  db: Db,
  context: StepContext,
  act: Act,
  { assignment, transition }: { assignment: SeatedAssignment; transition: Opening | Transition },
): Promise<void> {
  await insertAssignment(db, context.election, assignment)
  await writeDown(db, context, act, { assignment, transition })
}

interface Taken {
  readonly assignment: SeatedAssignment
  readonly transition: Transition | Opening
  readonly details?: EventDetails | undefined
}

async function writeDown(
  db: Db,
  { election, now }: StepContext,
  act: Act,
  { assignment, transition, details }: Taken,
): Promise<void> {
  const { assignmentId, axes, version } = assignment
  await insertEvent(db, election, assignmentId, {
    ...{ version, transition, axes, happenedAt: now, actor: act.by, authority: act.authority },
    ...(act.reason !== undefined && { reason: act.reason }),
    details: { ...act.details, ...details },
  })
  const { municipalityId } = election
  const event = { municipalityId, actor: act.by, action: 'bureaus.assignment-stepped', subject: assignmentId }
  await recordAudit(db, {
    ...event,
    details: { transition, authority: act.authority, headline: headline(axes, assignment.calledUp) },
  })
}
