import type { Command } from 'commander'
import { governorStatementFormat, governorStatementSchema } from '../papers/index.ts'
import { refused } from '../platform/result.ts'
import { type PaperCheck, verifySignedPaper } from '../platform/signed-paper.ts'
import { reportPurge } from '../purge-due.ts'
import { purgeReportFormat, purgeReportSchema } from '../retention/index.ts'
import { bareVerb, done, noun, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { governorVerb } from './governor.ts'
import { sectionListsVerb } from './section-lists.ts'
import { trustedKeys } from './trusted-keys.ts'

export const outOption = ['--out FOLDER', 'folder in which it gets a folder'] as const

export function reportCommands(program: Command, summary: string): void {
  const report = noun(program, 'report', summary)
  governorVerb(report)
  sectionListsVerb(report)
  purgeVerb(report)
  verifyVerb(report)
}

function purgeVerb(report: Command): void {
  const description = {
    name: 'purge',
    summary: 'Write the signed report of what was purged, when and by which article, and what stays',
    examples: ['report purge', 'report purge --out reports/'],
    options: [municipalityOption, electionOption, outOption],
  }
  verb(report, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const written = await reportPurge(app, found, { out: options.out, by: operator })
    if (!written.ok) return written
    const { report: facts, jsonFile, pdfFile } = written
    const state = facts.complete ? 'Everything was purged.' : 'Not everything is due yet.'
    return done({ jsonFile, pdfFile, complete: facts.complete }, state, `Report: ${pdfFile}`)
  })
}

function verifyVerb(report: Command): void {
  const description = {
    name: 'verify FILE',
    summary: 'Check a signed report from its files alone: no database, no network',
    examples: ['report verify reports/2029-purge-20290909T000000Z/purge-report.json --key KEY_ID'],
    options: [
      ['--key KEY_ID', 'name of the key you trust; without it only the files are held to each other'],
      ['--keys FILE', 'the keys you trust, as fetched from the pages: /.well-known/jwks.json'],
    ] as const,
  }
  bareVerb(report, description, async ([file], options) => {
    const trusted = await trustedKeys(options)
    if (!trusted.ok) return trusted
    const schemas = {
      [purgeReportFormat]: purgeReportSchema,
      [governorStatementFormat]: governorStatementSchema,
    }
    const verified = await verifySignedPaper(file!, schemas, trusted.trustedKeys).catch(fileIsAbsent)
    if (!verified) return refused('no-such-file', file)
    const { ok, checks, keyId, format } = verified
    const lines = [...checks.map(checkLine), `signed by key ${keyId ?? '(unknown)'}`]
    if (!trusted.trustedKeys)
      lines.push('! whose key that is was not checked: name the key you trust with --key or --keys')
    return ok
      ? done({ checks, keyId, format }, ...lines)
      : { ...refused('not-genuine-paper', lines.join('\n')), checks }
  })
}

function checkLine({ name, ok, detail }: PaperCheck): string {
  return `${ok ? '✓' : '✗'} ${name}${detail ? `: ${detail}` : ''}`
}

function fileIsAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error
}
