import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  adoptPlan,
  bureauCounts,
  headline,
  type KeptBureau,
  keptBureaus,
  type PlanDifference,
  previewPlan,
  type ShownSeat,
  showBureau,
  wantedBureaus,
} from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { plannedBureaus, planOptions } from './bureaus-plan.ts'
import { done, type Outcome, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import type { Refusal } from './refusal-texts.ts'

export function adoptVerb(bureaus: Command): void {
  const description = {
    name: 'adopt',
    summary: 'Keep the bureaus that the law asks for; again after sections changed, to follow them',
    examples: ['bureaus adopt --preview', 'bureaus adopt --council-seats G=31,P=8'],
    options: [
      ...planOptions,
      ['--preview', 'only say what would be new, changed, dropped and lost'],
    ] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const planned = await plannedBureaus(app, found.election, options)
    if (!planned.ok) return planned
    const wanted = wantedBureaus(planned.plan, found.election.votingMode)
    return adoptWanted(app, { election: found.election, wanted, by: operator }, options.preview === true)
  })
}

/** The end of every verb that changes which bureaus there are. */
export async function adoptWanted(
  app: App,
  plan: Parameters<typeof adoptPlan>[1],
  isPreview: boolean,
): Promise<Outcome | Refusal> {
  if (isPreview) {
    const difference = await previewPlan(app, plan)
    return done(difference, ...differenceLines(difference), 'Nothing was changed.')
  }
  const adopted = await adoptPlan(app, plan)
  if (!adopted.ok) return adopted
  return done(adopted.difference, ...differenceLines(adopted.difference))
}

export function listVerb(bureaus: Command): void {
  const description = {
    name: 'list',
    summary: 'List the bureaus that are kept, and how far their seats are filled',
    examples: ['bureaus list', 'bureaus list --json'],
    options: [municipalityOption, electionOption],
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const items = await listed(app, found.election)
    return items.length > 0 ? done({ items }, ...items.map(countLine)) : refused('no-bureaus')
  })
}

async function listed(app: App, election: Election) {
  const { kept, counts } = await app.database.inScope(staffOf(election.municipalityId), async (db) => ({
    kept: await keptBureaus(db, election),
    counts: await bureauCounts(db, election),
  }))
  const none = { seats: 0, optional: 0, filled: 0, designated: 0, confirmed: 0 }
  return kept.map(({ seats: _, ...bureau }) => ({ ...bureau, ...(counts.get(bureau.bureauId) ?? none) }))
}

export function showVerb(bureaus: Command): void {
  const description = {
    name: 'show NUMBER',
    summary: 'Show a bureau seat by seat, with who sits there and how that stands',
    examples: ['bureaus show 12', 'bureaus show G3'],
    options: [municipalityOption, electionOption],
  }
  verb(bureaus, description, async (app, [number], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const shown = await showBureau(app, { election: found.election, number: number!, by: operator })
    if (!shown.ok) return shown
    return done(shown, `${number}  ${whereText(shown.bureau)}`, ...shown.seats.flatMap(seatLines))
  })
}

function countLine(one: Awaited<ReturnType<typeof listed>>[number]): string {
  const optional = one.optional > 0 ? ` and ${one.optional} optional` : ''
  const filled = `${one.filled} filled, ${one.designated} designated, ${one.confirmed} confirmed`
  return `${one.number.padStart(5)}  ${counted(one.seats, 'seat')}${optional}: ${filled}  ${whereText(one)}`
}

function whereText({ kind, code, place, room, counts }: Omit<KeptBureau, 'seats'>): string {
  if (kind === 'RESERVE') return `reserve of deputy chairs (${code.toLowerCase()})`
  const where = [place, room].filter(Boolean).join(', ')
  return counts ? [`counts sections ${counts.join(', ')}`, where].filter(Boolean).join('; ') : where
}

function seatLines({ role, ordinal, optional, people }: ShownSeat): string[] {
  const seat = `  ${role.padEnd(17)} ${ordinal}${optional ? ' (optional)' : ''}`
  if (people.length === 0) return [`${seat}  -`]
  return people.map(({ assignment, member }) => {
    const name = [member.lastName, member.firstNames].filter(Boolean).join(' ')
    return `${seat}  ${headline(assignment.axes, assignment.calledUp).padEnd(14)} ${name}`
  })
}

function differenceLines({ added, changed, dropped, unchanged, lost }: PlanDifference): string[] {
  return [
    ...added.map(({ number }) => `+ ${number}`),
    ...changed.map((one) => `~ ${one.bureau.number}: ${changeText(one)}`),
    ...dropped.map(({ number }) => `- ${number}`),
    ...lost.map(({ number, role, ordinal }) => `! ${number} ${role} ${ordinal}: somebody has this seat`),
    `${added.length} new, ${changed.length} changed, ${dropped.length} dropped, ${unchanged} as they were.`,
  ]
}

function changeText({
  changes,
  addedSeats,
  droppedSeats,
  turnedSeats,
}: PlanDifference['changed'][number]): string {
  return [
    ...changes.map(({ field, from, to }) => `${field} ${from || '-'} → ${to || '-'}`),
    ...(addedSeats.length > 0 ? [`${counted(addedSeats.length, 'seat')} more`] : []),
    ...(droppedSeats.length > 0 ? [`${counted(droppedSeats.length, 'seat')} less`] : []),
    ...(turnedSeats.length > 0 ? [`${counted(turnedSeats.length, 'seat')} otherwise optional`] : []),
  ].join('; ')
}
