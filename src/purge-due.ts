import { join } from 'node:path'
import type { App } from './app.ts'
import { dropCompositions, dropOldServices } from './bureaus/index.ts'
import { type Election, listElections } from './elections/index.ts'
import { listMunicipalities, type Municipality } from './municipalities/index.ts'
import { staffOf } from './platform/db/scope.ts'
import { isUnreported, openHold, purgeElection, purgePlan, writePurgeReport } from './retention/index.ts'

/** How the worker is written down as who purged. */
const purger = 'purge-worker'
/** What is no trouble: nobody has to hear of it. */
const quiet: readonly string[] = ['not-validated', 'nothing-due', 'held', 'already-purging', 'stopped']

/** Purges what is due today in every election of this installation, and writes the report of each that lost something. */
export async function purgeDue(app: App, signal: AbortSignal): Promise<void> {
  for (const municipality of await listMunicipalities(app.database)) {
    const { municipalityId } = municipality
    await dropOldServices(app, { municipalityId, by: purger })
    const elections = await app.database.inScope(staffOf(municipalityId), (db) =>
      listElections(db, municipalityId),
    )
    for (const election of elections) {
      if (signal.aborted) return
      await purgeOne(app, municipality, election, signal)
      await dropComposed(app, election)
    }
  }
}

/** Compositions go by a day of their own, long before the members; not while an appeal keeps everything. */
async function dropComposed(app: App, election: Election): Promise<void> {
  if (!openHold(await purgePlan(app, election))) await dropCompositions(app, { election, by: purger })
}

async function purgeOne(
  app: App,
  municipality: Municipality,
  election: Election,
  signal: AbortSignal,
): Promise<void> {
  const which = { municipality: municipality.slug, election: election.code }
  const purged = await purgeAndReport(app, { municipality, election }, { by: purger, signal })
  if (purged.ok) app.log.info({ ...which, steps: purged.steps.length, report: purged.pdfFile }, 'purged')
  else if (!quiet.includes(purged.because)) app.log.warn({ ...which, because: purged.because }, 'not purged')
}

interface WhichElection {
  readonly election: Election
  readonly municipality: Municipality
}

interface Purging {
  readonly by: string
  readonly signal: AbortSignal
  readonly out?: string | boolean | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** Purges what is due and writes its report; also the one that is missing because a process ended before it. */
export async function purgeAndReport(
  app: App,
  which: WhichElection,
  { by, signal, out, onProgress }: Purging,
) {
  const { election } = which
  const purged = await purgeElection({ ...app, ...(onProgress && { onProgress }) }, { election, by, signal })
  const isMissing = !purged.ok && purged.because === 'nothing-due' && (await isUnreported(app, election))
  if (!purged.ok && !isMissing) return purged
  const report = await reportPurge(app, which, { out, by })
  return report.ok ? { ...report, steps: purged.ok ? purged.steps : [] } : report
}

/** Where papers of a municipality go unless somebody says otherwise. */
export function usualFolder(app: App, { slug }: Municipality): string {
  return join(app.config.KIESLOKET_DATA_DIR, 'reports', slug)
}

/** Writes the report, with the folders that the program writes to by itself. */
export function reportPurge(
  app: App,
  { election, municipality }: WhichElection,
  { out, by }: { out?: string | boolean | undefined; by: string },
) {
  const usual = (...parts: string[]) => join(app.config.KIESLOKET_DATA_DIR, ...parts)
  const outside = [
    { what: 'print files', where: usual('print', municipality.slug, election.code) },
    { what: 'certificates', where: usual('certificates', municipality.slug) },
    { what: 'samples', where: 'de map van --out' },
    { what: 'section lists', where: 'de map van --out' },
    { what: 'back-ups', where: 'bij wie de installatie beheert' },
  ]
  const folder = typeof out === 'string' ? out : usualFolder(app, municipality)
  return writePurgeReport(app, { election, folder, outside, by })
}
