import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { readSigned, type SignedFile } from '../../platform/signed-file.ts'
import { isBalanced } from '../reconciling/reconciliation.ts'
import { type Certificate, certificateSchema, fileNames } from './certificate.ts'
import { publicCopyOf, publicCopySchema, publicFormat } from './public-copy.ts'
import { type Recount, recountLeaves } from './recount-leaves.ts'

export type CheckName =
  | 'certificate-signature'
  | 'certificate-form'
  | 'key-is-trusted'
  | 'leaves-file'
  | 'leaves-root'
  | 'every-voter-once'
  | 'every-receipt-once'
  | 'counts-follow-from-leaves'
  | 'sums-balance'
  | 'document-file'
  | 'public-copy-signature'
  | 'public-copy-follows'

export interface Check {
  readonly name: CheckName
  readonly ok: boolean
  /** What was found, when it is not as it should be. */
  readonly detail?: string
}

export interface Verification {
  readonly ok: boolean
  readonly checks: readonly Check[]
  /** The key that signed: worth what one knows of it from elsewhere. */
  readonly keyId?: string
  readonly certificate?: Certificate
}

/** The certificate in a folder, or the file itself; nothing when neither is there. */
export async function findCertificate(folderOrFile: string): Promise<string | undefined> {
  const found = await stat(folderOrFile).catch(fileIsAbsent)
  if (!found?.isDirectory()) return found && folderOrFile
  const file = join(folderOrFile, fileNames.certificate)
  return (await stat(file).catch(fileIsAbsent)) && file
}

/**
 * Recomputes a certificate from its files alone: no database, no network. With `trustedKeys` (names of keys) it also
 * checks whose signature it is.
 */
export async function verifyCertificate(
  file: string,
  { trustedKeys }: { trustedKeys?: readonly string[] } = {},
): Promise<Verification> {
  const folder = dirname(file)
  const signed = await readSigned(file).catch(fileIsMissing)
  if (isPublicCopy(signed)) return verifyPublicCopy(signed, trustedKeys)
  const parsed = certificateSchema.safeParse(signed.content)
  const checks = [
    check('certificate-signature', signed.genuine, 'the signature does not belong to this content'),
    check('certificate-form', parsed.success, `not a certificate: ${firstFault(parsed.error)}`),
    ...(trustedKeys ? [trusted(signed, trustedKeys)] : []),
    ...(parsed.success ? await checkContents(folder, parsed.data, signed) : []),
  ]
  return {
    ok: checks.every(({ ok }) => ok),
    checks,
    ...(signed.keyId && { keyId: signed.keyId }),
    ...(parsed.success && { certificate: parsed.data }),
  }
}

function firstFault(error: z.ZodError | undefined): string {
  const fault = error?.issues[0]
  return `${fault?.path.join('.') || 'the file'}: ${fault?.message}`
}

function isPublicCopy({ content }: SignedFile): boolean {
  return (content as { format?: unknown } | undefined)?.format === publicFormat
}

/** The copy for publication alone: only whose it is can be checked. */
function verifyPublicCopy(signed: SignedFile, trustedKeys?: readonly string[]): Verification {
  const checks = [
    check('public-copy-signature', signed.genuine, 'the signature does not belong to this content'),
    check(
      'certificate-form',
      publicCopySchema.safeParse(signed.content).success,
      'not a copy for publication',
    ),
    ...(trustedKeys ? [trusted(signed, trustedKeys)] : []),
  ]
  return { ok: checks.every(({ ok }) => ok), checks, ...(signed.keyId && { keyId: signed.keyId }) }
}

async function checkContents(folder: string, certificate: Certificate, signed: SignedFile): Promise<Check[]> {
  const { leaves, paper } = certificate
  const recount = await recountLeaves(join(folder, fileNames.leaves), paper.policy).catch(fileIsAbsent)
  return [
    check('leaves-file', recount?.sha256 === leaves.sha256, recount ? 'another hash' : missing),
    check(
      'leaves-root',
      recount?.root === leaves.root && recount.count === leaves.count,
      recount && 'another root',
    ),
    check('every-voter-once', recount?.faultyLines.length === 0, recount?.faultyLines.join(', ')),
    check('every-receipt-once', recount?.repeatedReceipts.length === 0, recount?.repeatedReceipts.join(', ')),
    check(
      'counts-follow-from-leaves',
      !!recount && differences(certificate, recount).length === 0,
      recount && `they differ in ${differences(certificate, recount).join(', ')}`,
    ),
    check('sums-balance', balances(certificate), 'they do not add up'),
    await checkDocument(folder, certificate),
    ...(await checkPublicCopy(folder, certificate, signed)),
  ]
}

/** The parts of the certificate that do not follow from its leaves. */
function differences(certificate: Certificate, recount: Recount): string[] {
  const counted = { ...recount, sections: recount.sections.map(sumsOfSection) }
  const { waiting: _, ...digital } = recount.digital
  const { policy: __, printFiles: ___, ...paper } = certificate.paper
  const said: [name: string, said: unknown, counted: unknown][] = [
    ['voters', certificate.list.voters, recount.count],
    ['digital', certificate.digital, digital],
    ['paper', paper, recount.paper],
    ['versions', certificate.letters.versions, recount.versions],
    [
      'sections',
      certificate.sections.filter(({ list }) => list.voters > 0).map(sumsOfSection),
      counted.sections,
    ],
  ]
  return said.filter(([, one, other]) => !isDeepStrictEqual(one, other)).map(([name]) => name)
}

function sumsOfSection({
  section,
  list,
  digital,
  paper,
}: Certificate['sections'][number] | Recount['sections'][number]) {
  const { waiting: _, ...sums } = { waiting: {}, ...digital }
  return { section, voters: list.voters, digital: sums, paper }
}

function balances({ list, paper, digital, sections }: Certificate): boolean {
  const waiting = {}
  return isBalanced({
    list,
    policy: paper.policy,
    digital: { ...digital, waiting },
    paper,
    sections: sections.map((section) => ({ ...section, digital: { ...section.digital, waiting } })),
    faults: [],
  })
}

async function checkDocument(folder: string, { document }: Certificate): Promise<Check> {
  const found = await sha256OfFile(join(folder, fileNames.document)).catch(fileIsAbsent)
  return check('document-file', found === document.sha256, found ? 'another hash' : missing)
}

async function checkPublicCopy(
  folder: string,
  certificate: Certificate,
  { keyId }: SignedFile,
): Promise<Check[]> {
  const signed = await readSigned(join(folder, fileNames.publicCopy)).catch(fileIsMissing)
  const copy = publicCopySchema.safeParse(signed.content)
  const expected = copy.success && publicCopyOf(certificate, copy.data.smallestCount)
  return [
    check(
      'public-copy-signature',
      signed.genuine && signed.keyId === keyId,
      'not signed by the same key, or changed',
    ),
    check(
      'public-copy-follows',
      isDeepStrictEqual(copy.data, expected),
      'it does not follow from the certificate',
    ),
  ]
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function trusted({ keyId }: SignedFile, trustedKeys: readonly string[]): Check {
  return check(
    'key-is-trusted',
    keyId !== undefined && trustedKeys.includes(keyId),
    `signed by ${keyId ?? 'nobody'}`,
  )
}

const missing = 'the file is not there'

function check(name: CheckName, ok: boolean, detail: string | undefined = missing): Check {
  return ok ? { name, ok } : { name, ok, detail }
}

function fileIsAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function fileIsMissing(error: NodeJS.ErrnoException): SignedFile {
  fileIsAbsent(error)
  return { genuine: false }
}
