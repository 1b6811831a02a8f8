import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { type AmendOutcome, amendList } from '../letters/index.ts'
import { type Refused, refused } from '../platform/result.ts'
import { checkMutation, type Finding, type Mutation } from '../voters/index.ts'
import { done, type Options, type Outcome, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { firstAbsent } from './preset.ts'
import { oneByOne } from './report-lines.ts'

const dryRun = ['--dry-run', 'show what it would change, and change nothing'] as const
export const amending = [municipalityOption, electionOption, dryRun] as const

export function amendVerb(voters: Command): void {
  const description = {
    name: 'amend FILE',
    summary:
      'Strike, add and correct voters of the closed list from a file; letters that say otherwise are taken back',
    examples: ['voters amend mutations.csv --dry-run', 'voters amend mutations.csv'],
    options: amending,
  }
  verb(voters, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    if (await firstAbsent([file!])) return refused('no-such-file', file)
    return amendWith(app, found.election, createReadStream(file!), options)
  })
}

/** Carries out one mutation, given cell by cell as a row of a file would be. */
export async function amendOne(
  app: App,
  options: Options,
  row: Parameters<typeof checkMutation>[1],
): Promise<Outcome | Refused> {
  const found = await chosenElection(app, options)
  if (!found.ok) return found
  const checked = checkMutation(1, row, app.clock.now())
  return checked.ok ? amendWith(app, found.election, [checked.mutation], options) : refusedBy(checked)
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
