import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  keptBureaus,
  type PlanGround,
  planCsv,
  planGround,
  planJson,
  type ReadPlan,
  readPlanCsv,
  readPlanJson,
} from '../bureaus/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { adoptWanted } from './bureaus-kept.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator, readJson } from './find.ts'
import type { Refusal } from './refusal-texts.ts'

export function exportVerb(bureaus: Command): void {
  const description = {
    name: 'export FILE',
    summary: 'Write the bureaus that are kept to a file, .csv or .json, without who sits there',
    examples: ['bureaus export bureaus.csv', 'bureaus export bureaus.json'],
    options: [municipalityOption, electionOption],
  }
  verb(bureaus, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const kept = await app.database.inScope(staffOf(election.municipalityId), (db) =>
      keptBureaus(db, election),
    )
    if (kept.length === 0) return refused('no-bureaus')
    const text = isJson(file!) ? `${JSON.stringify(planJson(kept), null, 2)}\n` : planCsv(kept)
    const fault = await writeFile(file!, text).catch((error: NodeJS.ErrnoException) => error.code)
    if (fault) return refused('not-writable', `${file}: ${fault}`)
    return done({ file, bureaus: kept.length }, `${counted(kept.length, 'bureau')} in ${file}.`)
  })
}

export function importVerb(bureaus: Command): void {
  const description = {
    name: 'import FILE',
    summary: 'Keep the bureaus of a file, .csv or .json, in the place of those that were there',
    examples: ['bureaus import bureaus.csv --preview', 'bureaus import bureaus.json'],
    options: [
      municipalityOption,
      electionOption,
      ['--preview', 'only say what would be new, changed, dropped and lost'],
    ] as const,
  }
  verb(bureaus, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const ground = await app.database.inScope(staffOf(election.municipalityId), (db) =>
      planGround(db, election),
    )
    const read = await readPlan(file!, ground)
    if (!read.ok) return read
    const { wanted } = read
    return adoptWanted(app, { election, wanted, by: operator }, options.preview === true)
  })
}

async function readPlan(file: string, ground: PlanGround): Promise<ReadPlan | Refusal> {
  if (isJson(file)) {
    const read = await readJson(file)
    return read.ok ? readPlanJson(read.document, ground) : read
  }
  const known = await stat(file).catch(() => undefined)
  return known?.isFile() ? readPlanCsv(createReadStream(file), ground) : refused('no-such-file', file)
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json')
}
