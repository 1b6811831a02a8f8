import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { type AmendOutcome, amendList } from '../letters/index.ts'
import { type Refused, refused } from '../platform/result.ts'
import { checkMutation, type Finding, type Mutation } from '../voters/index.ts'
import { wholeNumber } from './arguments.ts'
import { done, type Options, type Outcome, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { firstAbsent } from './preset.ts'
import { oneByOne } from './report-lines.ts'

const dryRun = ['--dry-run', 'show what it would change, and change nothing'] as const
const which = [municipalityOption, electionOption, dryRun] as const

export function amendVerb(voters: Command): void {
  const description = {
    name: 'amend FILE',
    summary:
      'Strike, add and correct voters of the closed list from a file; letters that say otherwise are taken back',
    examples: ['voters amend mutations.csv --dry-run', 'voters amend mutations.csv'],
    options: which,
  }
  verb(voters, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    if (await firstAbsent([file!])) return refused('no-such-file', file)
    return amendWith(app, found.election, createReadStream(file!), options)
  })
}

export function strikeVerb(voters: Command): void {
  const description = {
    name: 'strike NUMBER',
    summary: 'Strike one voter of the closed list; the letter is taken back',
    examples: [
      'voters strike 123 --name Peeters --ground deceased --on 2029-05-30 --source "death certificate 2029/17"',
    ],
    options: which,
    required: [
      ['--name NAME', 'the last name that belongs to the number, as a check'],
      ['--ground GROUND', 'deceased, nationality-lost, no-longer-registered or excluded'],
      ['--on DATE', 'day of the event or the decision'],
      ['--source TEXT', 'reference of the message or the decision; never the story behind it'],
    ] as const,
  }
  verb(voters, description, async (app, [number], options) => {
    const listNumber = wholeNumber(number, 'NUMBER')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const mutation = {
      ...{ kind: 'strike', list_number: String(listNumber), current_last_name: String(options.name) },
      ...{ ground: String(options.ground), decided_on: String(options.on), source: String(options.source) },
    }
    const checked = checkMutation(1, mutation, app.clock.now())
    if (!checked.ok) return refusedBy(checked)
    return amendWith(app, found.election, [checked.mutation], options)
  })
}

async function amendWith(
  app: App,
  election: Election,
  mutations: AsyncIterable<Uint8Array> | readonly Mutation[],
  options: Options,
): Promise<Outcome | Refused> {
  const isTrial = options.dryRun === true
  const amended = await amendList(app, { election, mutations, by: operator, dryRun: isTrial })
  if (!amended.ok) return amended.because === 'mutations-refused' ? refusedBy(amended) : amended
  return done({ ...amended, dryRun: isTrial }, ...amendedLines(amended, isTrial))
}

function amendedLines(
  { struck, added, corrected, withdrawn, sent }: Extract<AmendOutcome, { ok: true }>,
  isTrial: boolean,
): string[] {
  const left =
    sent > 0 ? `, of which ${sent} had left: they stay in the mailbox, marked as no longer valid` : ''
  return [
    `${isTrial ? 'Would be' : 'Were'} struck: ${struck.length}, added: ${added.length}, corrected: ${corrected.length}.`,
    `${counted(withdrawn, 'letter')} ${isTrial ? 'would be ' : ''}taken back${left}.`,
    ...(isTrial ? ['Nothing was changed.'] : ['Next: npx kiesloket letters compose']),
  ]
}

function refusedBy({ findings }: { readonly findings: readonly Finding[] }) {
  return { ...refused('mutations-refused', oneByOne(findings).join('\n')), findings }
}
