import { Temporal } from 'temporal-polyfill'
import { loadBureauRules } from '../bureaus/index.ts'
import type { Election, ElectionEvent, RetentionRule } from '../elections/index.ts'
import { neededFor, type Part, type PurgeStep, purgeSteps, rulesOf } from './holdings.ts'

/** The day on which the result was validated, as somebody recorded it. */
export interface Validation {
  /** `yyyy-mm-dd`, as all days here. */
  readonly validatedOn: string
  readonly source: string
  /** Last day on which somebody can appeal, where one was given. */
  readonly appealUntil: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** While one stands nothing of the election is purged. */
export interface LegalHold {
  readonly holdId: string
  readonly reason: string
  readonly source: string
  readonly placedAt: Date
  readonly placedBy: string
  readonly liftedOn: string | null
  readonly liftedBecause: string | null
  readonly liftedBy: string | null
}

/** A step that was carried out. */
export interface Purged {
  readonly step: string
  readonly part: Part
  readonly table: string
  readonly rows: number
  readonly ruleKey: string
  readonly article: string
  readonly dueOn: string
  readonly purgedAt: Date
  readonly purgedBy: string
}

export interface PlannedPart {
  readonly part: Part
  /** The rule that decides its day. */
  readonly rule: RetentionRule
  /** Absent: it waits for what has no day yet. */
  readonly dueOn?: string
  readonly waitsFor?: ElectionEvent
  /** What is still to be done. */
  readonly steps: readonly PurgeStep[]
  readonly done: readonly Purged[]
}

export interface PurgeState {
  readonly validation?: Validation | undefined
  readonly holds: readonly LegalHold[]
  readonly purged: readonly Purged[]
  /** Whether people were put in bureaus: without any there is nothing of them to say. */
  readonly hasMembers?: boolean
  /** Whether there were lists of who could be called. */
  readonly hasLists?: boolean
}

export interface PurgePlan extends PurgeState {
  /** A part for which the ruleset has no rule is not there: nobody knows when it may go. */
  readonly parts: readonly PlannedPart[]
}

/** The hold that stands now, if there is one. */
export function openHold({ holds }: PurgeState): LegalHold | undefined {
  return holds.find(({ liftedOn }) => liftedOn === null)
}

/** What goes on which day, by which article, and what went. Nothing goes before the result was validated. */
export function planPurge(election: Election, state: PurgeState): PurgePlan {
  const list = plannedPart(election, state, 'list')
  const letters = plannedPart(election, state, 'letters') ?? (list && { ...list, part: 'letters' as const })
  const lists = state.hasLists ? plannedPart(election, state, 'bureau-lists') : undefined
  const bureaus = state.hasMembers ? ofMembers.map((part) => plannedPart(election, state, part)) : []
  const parts = [list, letters && notBefore(list, letters), lists, ...bureaus].filter(
    (part) => part !== undefined,
  )
  return { ...state, parts: parts.map((part) => withSteps(part, state.purged)) }
}

/** In this order: what stands on people goes before them. */
const ofMembers = ['bureau-composition', 'bureau-evidence', 'bureau-payment', 'bureaus'] as const

/** What is still to be done on that day, first things first. */
export function stepsDue({ parts }: PurgePlan, today: string): { part: PlannedPart; step: PurgeStep }[] {
  return parts
    .filter(({ dueOn }) => dueOn !== undefined && dueOn <= today)
    .flatMap((part) => part.steps.map((step) => ({ part, step })))
}

/** Of what is due, what does not wait for somebody to sign its period off, or for a part that does and is needed longer. */
export function stepsThatMayGo<Due extends { readonly part: PlannedPart }>(
  due: readonly Due[],
  waits: (part: PlannedPart) => boolean,
): Due[] {
  const waiting = new Set(due.filter(({ part }) => waits(part)).map(({ part }) => part.part))
  const isHeldUp = ({ part }: PlannedPart) =>
    waiting.has(part) || neededFor[part]?.some((other) => waiting.has(other)) === true
  return due.filter(({ part }) => !isHeldUp(part))
}

type Dated = Omit<PlannedPart, 'steps' | 'done'>

function plannedPart(election: Election, state: PurgeState, part: Part): Dated | undefined {
  const table = part.startsWith('bureau')
    ? loadBureauRules(election.ruleset).retention
    : election.ruleset.retention
  const rules = table.filter(({ key }) => rulesOf[part].includes(key))
  const dated = rules.map((rule) => ({ part, rule, ...dayOf(rule, election, state) }))
  return dated.find(({ dueOn }) => !dueOn) ?? dated.sort((a, b) => b.dueOn!.localeCompare(a.dueOn!))[0]
}

/** The letter is a copy of what the list says of one voter: it does not go before the list does. */
function notBefore(list: Dated | undefined, letters: Dated): Dated {
  if (!list || !letters.dueOn) return letters
  if (list.waitsFor) return { part: letters.part, rule: letters.rule, waitsFor: list.waitsFor }
  return list.dueOn! > letters.dueOn ? { ...letters, dueOn: list.dueOn! } : letters
}

/**
 * The day on which data of a rule goes. What has to be erased goes on the day that the law names; what has to be kept
 * until a day goes on the next.
 */
function dayOf({ until, duty }: RetentionRule, election: Election, state: PurgeState) {
  if (!state.validation) return { waitsFor: 'validation' as const }
  const events: EventDays = { 'polling-day': election.pollingDay, ...eventsOf(state) }
  const event = events[until.after]
  if (!event) return { waitsFor: until.after }
  const day = Temporal.PlainDate.from(event)
    .add({ months: until.months ?? 0 })
    .add({ days: until.days ?? 0 })
  return { dueOn: (duty === 'keep' ? day.add({ days: 1 }) : day).toString() }
}

type EventDays = Partial<Record<ElectionEvent, string>>

function eventsOf(state: PurgeState): EventDays {
  const { validation, holds } = state
  if (!validation) return {}
  const { validatedOn, appealUntil } = validation
  if (openHold(state)) return { validation: validatedOn }
  const dayAfterTerm = appealUntil && Temporal.PlainDate.from(appealUntil).add({ days: 1 }).toString()
  const decisions = holds.flatMap(({ liftedOn }) => liftedOn ?? [])
  const appeal = [validatedOn, ...(dayAfterTerm ? [dayAfterTerm] : []), ...decisions].sort().at(-1)!
  return { validation: validatedOn, appeal }
}

function withSteps(part: Dated, purged: readonly Purged[]): PlannedPart {
  const done = purged.filter((one) => one.part === part.part)
  const isLeft = (step: PurgeStep) =>
    step.part === part.part && !done.some(({ step: name }) => name === step.name)
  return { ...part, steps: purgeSteps.filter(isLeft), done }
}
