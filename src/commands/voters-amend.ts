import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { type AmendOutcome, amendList, coverageNow } from '../letters/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Refused, refused } from '../platform/result.ts'
import { checkMutation, currentList, type Finding, type Mutation } from '../voters/index.ts'
import { done, type Options, type Outcome, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { firstAbsent } from './preset.ts'
import { oneByOne } from './report-lines.ts'
import { unreadable } from './unreadable-file.ts'

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
  if (!amended.ok) {
    if (amended.because === 'mutations-refused') return refusedBy(amended)
    return 'fault' in amended ? unreadable(amended) : amended
  }
  const next = isTrial ? 'Nothing was changed.' : await nextStep(app, election)
  return done({ ...amended, dryRun: isTrial }, ...amendedLines(amended, isTrial), next)
}

/** Only where letters were made there are some to make anew. */
async function nextStep(app: App, election: Election): Promise<string> {
  const { municipalityId, electionId } = election
  const coverage = await app.database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    return list && coverageNow(db, election, list.listId)
  })
  if (!coverage || coverage.composed + coverage.released === 0) return 'No letters were made yet.'
  return coverage.votersWithoutLetter > 0
    ? `Next: npx kiesloket letters compose (${counted(coverage.votersWithoutLetter, 'letter')} to make)`
    : 'No letter says otherwise, so none has to be made.'
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
  ]
}

function refusedBy({ findings }: { readonly findings: readonly Finding[] }) {
  return { ...refused('mutations-refused', oneByOne(findings).join('\n')), findings }
}
