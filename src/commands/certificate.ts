import { join } from 'node:path'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { findCertificate, type Verification, verifyCertificate, writeCertificate } from '../letters/index.ts'
import { refused } from '../platform/result.ts'
import { bareVerb, done, noun, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { trustedKeys } from './trusted-keys.ts'

export function certificateCommands(program: Command, summary: string): void {
  const certificate = noun(program, 'certificate', summary)
  writeVerb(certificate)
  verifyVerb(certificate)
}

function writeVerb(certificate: Command): void {
  const description = {
    name: 'write',
    summary: 'Write the certificate: signed JSON, leaves, PDF; refused while a sum is off',
    examples: ['certificate write', 'certificate write --out certificates/'],
    options: [
      municipalityOption,
      electionOption,
      ['--out FOLDER', 'folder in which it gets a folder'],
    ] as const,
  }
  verb(certificate, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const usual = join(app.config.KIESLOKET_DATA_DIR, 'certificates', found.municipality.slug)
    const written = await certifyWithProgress(app, found.election, String(options.out ?? usual))
    if (!written.ok) return written
    const { certificate: _contents, ...files } = written
    return done(
      files,
      `Certificate: ${files.certificateFile}`,
      `Readable: ${files.pdfFile}`,
      `Merkle root: ${files.root}`,
    )
  })
}

export function certifyWithProgress(app: App, election: Election, folder: string) {
  return withProgress('Writing the certificate', 0, (onProgress) =>
    writeCertificate({ ...app, onProgress }, { election, folder, by: operator }),
  )
}

function verifyVerb(certificate: Command): void {
  const description = {
    name: 'verify FOLDER',
    summary: 'Recompute a certificate from its files alone: no database, no network',
    examples: [
      'certificate verify certificates/2029-20290610T140000Z',
      'certificate verify FOLDER --key KEY_ID',
      'certificate verify FOLDER --keys jwks.json',
    ],
    options: [
      ['--key KEY_ID', 'name of the key you trust; without it only the files are held to each other'],
      ['--keys FILE', 'the keys you trust, as fetched from the pages: /.well-known/jwks.json'],
    ] as const,
  }
  bareVerb(certificate, description, async ([folder], options) => {
    const trusted = await trustedKeys(options)
    if (!trusted.ok) return trusted
    const file = await findCertificate(folder!)
    if (!file) return refused('no-such-file', `no certificate in ${folder}`)
    const verification = await verifyCertificate(file, trusted)
    const lines = [...linesOf(verification), ...(trusted.trustedKeys ? [] : [nobodysKey])]
    if (!verification.ok) return { ...refused('not-genuine', lines.join('\n')), checks: verification.checks }
    return done({ checks: verification.checks, keyId: verification.keyId }, ...lines)
  })
}

const nobodysKey =
  '! whose key that is was not checked: name the key you trust with --key or --keys, or anybody could have signed'

function linesOf({ checks, keyId }: Verification): string[] {
  const each = checks.map(({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${name}${detail ? `: ${detail}` : ''}`)
  return [...each, `signed by key ${keyId ?? '(unknown)'}`]
}
