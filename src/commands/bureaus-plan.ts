import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  type Acceptance,
  acceptanceOf,
  availabilityByRole,
  type BureauPlan,
  type BureauRules,
  councilsToAsk,
  keptBureaus,
  type MainBureau,
  mainBureaus,
  namesForSeats,
  type Outcome,
  outcomes,
  type PlannedBureau,
  planElection,
  type SeatRole,
  type Seats,
  sumOfSeats,
  withKeptSeats,
} from '../bureaus/index.ts'
import { type Election, markedValues, markText } from '../elections/index.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption } from './find.ts'

export const planOptions = [
  municipalityOption,
  electionOption,
  [
    '--first-number N',
    'number of the first polling bureau, as the canton gave it; that of the kept ones, or 1, when absent',
  ],
  ['--first-counting N', 'the same of the counting bureaus of each kind: with 7 they begin at A7'],
  ['--council-seats KINDS', 'seats to fill of the councils, for the counting bureaus: G=31,P=8'],
  [
    '--main KINDS',
    'main bureaus that sit in this municipality, as MAIN_MUNICIPAL; the kept ones when absent',
  ],
] as const

export function planVerb(bureaus: Command): void {
  const description = {
    name: 'plan',
    summary: 'Print the bureaus that the law asks for, from the sections; nothing is kept of it',
    examples: [
      'bureaus plan',
      'bureaus plan --council-seats G=31,P=8 --acceptance 80',
      'bureaus plan -e 2030 --json',
    ],
    options: [
      ...planOptions,
      [
        '--acceptance PERCENT',
        'of a hundred people who are designated, how many come; as measured, or as the rules assume, when absent',
      ],
    ] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const typed =
      options.acceptance === undefined
        ? undefined
        : wholeNumber(options.acceptance, '--acceptance', 100) / 100
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const planned = await plannedBureaus(app, found.election, options)
    if (!planned.ok) return planned
    const { rules } = planned
    const { kept, measured } = await app.database.inScope(
      staffOf(found.election.municipalityId),
      async (db) => ({
        kept: await keptBureaus(db, found.election),
        measured: await availabilityByRole(db, found.election, dayInBelgium(app.clock.now())),
      }),
    )
    const { plan, kinds } = withKeptSeats(planned.plan, kept, found.election.votingMode)
    const rateOf = (role: SeatRole): Acceptance =>
      typed === undefined ? acceptanceOf(rules, measured, role) : { rate: typed, from: 'typed' }
    const calls = callLines(plan, rateOf, rules.listB.value)
    return done(
      plan,
      ...planLines(plan),
      ...kinds.map(keptSeatsLine),
      '',
      ...calls,
      '',
      ...sourceLines(rules),
    )
  })
}

/** The plan that the options ask for. */
export function plannedBureaus(app: App, election: Election, options: Options) {
  const number = (typed: unknown, name: string) =>
    typed === undefined ? undefined : wholeNumber(typed, name, 99_999)
  const asked = {
    firstNumber: number(options.firstNumber, '--first-number'),
    firstCounting: number(options.firstCounting, '--first-counting'),
    seatsToFill: councilSeats(options.councilSeats),
  }
  return planElection(app, election, { ...asked, mainBureaus: namedMain(options.main) })
}

/** `MAIN_MUNICIPAL,MAIN_DISTRICT`; `none` takes them away. */
function namedMain(text: unknown): MainBureau[] | undefined {
  if (typeof text !== 'string') return undefined
  if (text === 'none') return []
  return text.split(',').map((part) => {
    const key = mainBureaus.find((one) => one === part.trim())
    if (!key) throw new WrongUse(`--main names main bureaus: ${mainBureaus.join(', ')}, or none`)
    return key
  })
}

/** `G=31,P=8`. */
function councilSeats(text: unknown): Record<string, number> {
  if (typeof text !== 'string') return {}
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [kind = '', seats] = pair.split('=').map((part) => part.trim())
      if (!/^[A-Z]$/.test(kind)) throw new WrongUse('--council-seats names kinds and numbers, as G=31,P=8')
      return [kind, wholeNumber(seats, `--council-seats ${kind}`, 200)]
    }),
  )
}

function planLines({ bureaus, main, deputyChairs, counted: who }: BureauPlan): string[] {
  return [
    ...bureaus.map(bureauLine),
    ...main.map(({ number, code, seats }) => `${number.padStart(5)}  ${seatsText(seats)}  ${code}`),
    ...deputiesLine(deputyChairs),
    whoCounts[who],
    ...councilsToAsk({ bureaus }).map(
      (kind) => `Seats of ${kind} are not known: give --council-seats ${kind}=…`,
    ),
  ]
}

function keptSeatsLine(kind: string): string {
  return `Seats of ${kind} are those that are kept; --council-seats ${kind}=… plans them anew.`
}

function deputiesLine({ POLLING, COUNTING }: BureauPlan['deputyChairs']): string[] {
  if (POLLING + COUNTING === 0) return []
  return [`Deputy chairs of the municipality: at least ${POLLING} for polling, ${COUNTING} for counting.`]
}

const whoCounts = {
  here: 'Which sections are counted together is a proposal: the college fixes it.',
  digitally: 'No counting bureaus: people vote on computers.',
  'by-main-bureau': 'No counting bureaus: there are so few polling bureaus that the main bureau counts.',
  'by-canton':
    'Which sections are counted together is a proposal: the main bureau of the canton fixes it, at the capital of the canton.',
} as const

function bureauLine({ kind, number, sections, place, room, seats, extra }: PlannedBureau): string {
  const where = kind === 'POLLING' ? `${place}, ${room}` : `counts sections ${sections.join(', ')}`
  const more = extra ? `; may have ${seatsText(extra)} more` : ''
  return `${number.padStart(5)}  ${seats ? seatsText(seats) : '?'}${more}  ${where}`
}

const short = {
  CHAIR: 'C',
  DEPUTY_CHAIR: 'DC',
  SECRETARY: 'Sec',
  ADJUNCT_SECRETARY: 'adjSec',
  ASSESSOR: 'A',
  SUBSTITUTE: 'S',
} as const

function seatsText(seats: Seats): string {
  return Object.entries(seats)
    .map(([role, number]) => `${number}${short[role as keyof typeof short]}`)
    .join(' ')
}

/** Where each rule was read, and how sure it is. */
function sourceLines(rules: BureauRules): string[] {
  return markedValues(rules).map(({ path, source, mark }) => `${path}: ${source} — ${markText(mark)}`)
}

/** How many people that takes, and whether list B is long enough. */
function callLines(
  { bureaus }: BureauPlan,
  rateOf: (role: SeatRole) => Acceptance,
  listB: { names: number; per: string },
): string[] {
  const polling = bureaus.filter(({ kind }) => kind === 'POLLING')
  const all = sumOfSeats(bureaus.map(({ seats }) => seats ?? {}))
  const drawn = polling.map(({ seats: { ASSESSOR = 0, SUBSTITUTE = 0 } = {} }) => ({ ASSESSOR, SUBSTITUTE }))
  const most = drawn.toSorted((a, b) => b.ASSESSOR + b.SUBSTITUTE - a.ASSESSOR - a.SUBSTITUTE)[0]!
  const names = namesForSeats(most, (role) => rateOf(role).rate)
  return [
    `${counted(polling.length, 'polling bureau')}, ${counted(bureaus.length - polling.length, 'counting bureau')}: ${seatsText(all)}.`,
    `List B names ${listB.names} voters for each ${listB.per}. For ${most.ASSESSOR + most.SUBSTITUTE} who come with 95 % certainty call ${names}.`,
    ...(['ASSESSOR', 'SUBSTITUTE'] as const).map((role) => rateLine(role, rateOf(role))),
    ...(names > listB.names ? ['List B alone is too short for that: keep a longer order of the draw.'] : []),
  ]
}

const measuredIn = {
  'this-election': 'measured in this election',
  'earlier-too': 'measured in this election and those before',
  'all-roles': 'measured over all roles',
  rules: 'assumed by the rules',
  typed: 'as typed',
} as const satisfies Record<Acceptance['from'], string>

const outcomeTexts = {
  came: 'said to come or came',
  excused: 'excused',
  revoked: 'revoked',
  undelivered: 'undelivered',
  absent: 'absent',
} as const satisfies Record<Outcome, string>

function rateLine(role: SeatRole, { rate, from, counts, mark }: Acceptance): string {
  const known = counts
    ? `: ${outcomes.map((outcome) => `${counts[outcome]} ${outcomeTexts[outcome]}`).join(', ')}`
    : ''
  const sure = mark ? ` — ${markText(mark)}` : ''
  return `Of a hundred ${role.toLowerCase()}s ${Math.round(rate * 100)} come, ${measuredIn[from]}${known}${sure}.`
}
