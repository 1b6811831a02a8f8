import type { Command } from 'commander'
import type { App } from '../app.ts'
import { mayDo } from '../municipalities/index.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { purgeAndReport } from '../purge-due.ts'
import { liftLegalHold, placeLegalHold, purgePlan, recordValidation } from '../retention/index.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import {
  chosenElection,
  chosenStaff,
  credentialOption,
  electionOption,
  municipalityOption,
  operator,
} from './find.ts'
import { withProgress } from './progress.ts'
import { planLines } from './purge-lines.ts'
import { stopSignal } from './until-stopped.ts'

const which = [municipalityOption, electionOption, credentialOption] as const

export function validatedVerb(election: Command): void {
  const description = {
    name: 'validated DATE',
    summary: 'Record that the result was validated: from then on the data goes, by the retention table',
    examples: [
      'election validated 2029-06-28 --source "Chamber, session of 28 June 2029" --dry-run',
      'election validated 2030-11-20 --source "Council for election disputes, 2030/17" --appeal-until 2030-11-28',
    ],
    options: [
      ...which,
      [
        '--appeal-until DATE',
        'last day on which somebody can appeal; data kept for an appeal stays until then',
      ],
      ['--dry-run', 'show what would go on which day, and record nothing'],
    ] as const,
    required: [['--source TEXT', 'where the decision is to be found']] as const,
  }
  verb(election, description, async (app, [date], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await whoActs(app, options, found.election.municipalityId)
    if (!who.ok) return who
    const isTrial = options.dryRun === true
    const facts = { election: found.election, validatedOn: date!, source: String(options.source), isTrial }
    const appealUntil = textOf(options.appealUntil)
    const recorded = await recordValidation(app, {
      ...facts,
      by: who.by,
      ...(appealUntil && { appealUntil }),
    })
    if (!recorded.ok) return recorded
    const next = isTrial
      ? 'Nothing was recorded.'
      : 'Next, on each of those days: npx kiesloket election purge'
    return done({ plan: recorded.plan, dryRun: isTrial }, ...planLines(recorded.plan), next)
  })
}

export function legalHoldVerb(election: Command): void {
  const description = {
    name: 'legal-hold',
    summary: 'Stop every purge of an election while an appeal goes on, or end that',
    examples: [
      'election legal-hold --reason "appeal against the result" --source "Council of State, A. 1234"',
      'election legal-hold --lift --reason "appeal rejected" --on 2030-12-10',
    ],
    options: [
      ...which,
      ['--reason TEXT', 'what is appealed, or how it ended; never the names of people'],
      ['--source TEXT', 'number of the case'],
      ['--lift', 'end the hold that stands'],
      ['--on DATE', 'with --lift: day of the decision; today when left out'],
    ] as const,
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await whoActs(app, options, found.election.municipalityId)
    if (!who.ok) return who
    const reason = textOf(options.reason) ?? ''
    const facts = { election: found.election, by: who.by }
    const answer = options.lift
      ? await liftLegalHold(app, { ...facts, because: reason, on: textOf(options.on) })
      : await placeLegalHold(app, { ...facts, reason, source: textOf(options.source) ?? '' })
    if (!answer.ok) return answer
    const said = options.lift
      ? 'The hold is lifted.'
      : 'Nothing of this election is purged until the hold is lifted.'
    return done({ plan: answer.plan }, said, ...planLines(answer.plan))
  })
}

export function purgeVerb(election: Command): void {
  const description = {
    name: 'purge',
    summary: 'Purge what is due today and write the signed report; or show what goes when',
    examples: ['election purge --plan', 'election purge', 'election purge --out reports/'],
    options: [
      ...which,
      ['--plan', 'show what goes on which day and by which article, and purge nothing'],
      ['--out FOLDER', 'folder in which the report gets a folder'],
    ] as const,
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election: chosen } = found
    if (options.plan) {
      const plan = await purgePlan(app, chosen)
      return done({ plan }, ...planLines(plan))
    }
    const who = await whoActs(app, options, chosen.municipalityId)
    if (!who.ok) return who
    const purged = await withProgress('Purging', 0, (onProgress) =>
      purgeAndReport(app, found, { by: who.by, signal: stopSignal(), out: options.out, onProgress }),
    )
    if (!purged.ok) return purged
    const { steps, jsonFile, pdfFile } = purged
    const plan = await purgePlan(app, chosen)
    const rows = steps.reduce((sum, step) => sum + step.rows, 0)
    const said =
      steps.length > 0
        ? `${counted(rows, 'row')} of ${counted(steps.length, 'table')} purged.`
        : 'Nothing was left to purge; the report of it was missing.'
    return done({ plan, steps, jsonFile, pdfFile }, `${said} Report: ${pdfFile}`, ...planLines(plan))
  })
}

function textOf(option: Options[string]): string | undefined {
  return typeof option === 'string' ? option : undefined
}

/** Whoever shows a credential is named in the report; without one it says that it was done at the command line. */
async function whoActs(
  app: App,
  options: Options,
  municipalityId: MunicipalityId,
): Promise<Result<{ by: string }>> {
  if (options.credential === undefined && !process.env.KIESLOKET_STAFF_CREDENTIAL)
    return { ok: true, by: operator }
  const found = await chosenStaff(app, options)
  if (!found.ok) return found
  const { staff } = found
  const isAllowed = staff.municipalityId === municipalityId && mayDo(staff, 'elections.manage')
  return isAllowed ? { ok: true, by: staff.staffId } : refused('right-missing', 'elections.manage')
}
