import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { sha256 } from './hash.ts'
import { type PaperView, typesetPaper } from './pdf/paper.ts'
import type { Typesetter } from './pdf/typesetter.ts'
import { readSigned, signedText } from './signed-file.ts'
import type { Signer } from './signer.ts'

/** The hash of the readable document beside a signed file. */
export const documentField = z.strictObject({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export interface PaperToSign<Facts extends object> {
  /** The paper gets a folder of this name in `folder`. */
  readonly folder: string
  readonly name: string
  /** Of its files, without extension. */
  readonly file: string
  readonly facts: Facts
  readonly view: PaperView
  /** What it says with the hash of its document; nothing is signed that does not pass. */
  readonly schema: z.ZodType<Facts & { document: z.output<typeof documentField> }>
}

export interface SignedPaper {
  readonly jsonFile: string
  readonly pdfFile: string
  /** As it was signed. */
  readonly signed: string
}

/** Writes a signed JSON file and the same to read as a PDF. They appear together in a folder of their own, or not at all. */
export async function writeSignedPaper<Facts extends object>(
  { typesetter, signer }: { typesetter: Typesetter; signer: Signer },
  { folder, name, file, facts, view, schema }: PaperToSign<Facts>,
): Promise<SignedPaper> {
  const target = join(folder, name)
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const pdf = await typesetPaper(typesetter, view)
  const document = { file: `${file}.pdf`, sha256: sha256(pdf).toString('hex') }
  const signed = await signedText(signer, schema.parse({ ...facts, document }) as object)
  await writeFile(join(unfinished, document.file), pdf)
  await writeFile(join(unfinished, `${file}.json`), signed)
  await rename(unfinished, target)
  return { jsonFile: join(target, `${file}.json`), pdfFile: join(target, document.file), signed }
}

/** The folder of a paper that is written at this moment: `2029-20290629T100000Z`. */
export function paperName(code: string, at: Date): string {
  return `${code}-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`
}

export interface PaperCheck {
  readonly name: 'signature' | 'form' | 'document' | 'key-is-trusted'
  readonly ok: boolean
  readonly detail?: string
}

/**
 * Holds a signed paper against its own files, without database or network. Throws when the file cannot be read.
 * `schemas`: by the `format` that the file says it has.
 */
export async function verifySignedPaper(
  file: string,
  schemas: Readonly<Record<string, z.ZodType>>,
  trustedKeys?: readonly string[],
): Promise<{ ok: boolean; checks: PaperCheck[]; keyId?: string; format?: string }> {
  const { genuine, keyId, content } = await readSigned(file)
  const named = z.object({ format: z.string(), document: documentField }).safeParse(content)
  const format = named.data?.format
  const known = format === undefined ? undefined : schemas[format]?.safeParse(content)
  const checks = [
    check('signature', genuine, 'the signature does not belong to this content'),
    check('form', known?.success === true, 'not a paper of this program, or of another version'),
    await checkPaper(dirname(file), named.data?.document),
    ...(trustedKeys
      ? [check('key-is-trusted', trustedKeys.includes(keyId ?? ''), `signed by ${keyId ?? 'nobody'}`)]
      : []),
  ]
  return { ok: checks.every(({ ok }) => ok), checks, ...(keyId && { keyId }), ...(format && { format }) }
}

async function checkPaper(folder: string, document?: z.output<typeof documentField>): Promise<PaperCheck> {
  if (!document || /[/\\]/.test(document.file)) return check('document', false, 'it names no document')
  const pdf = await readFile(join(folder, document.file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  const isSame = pdf !== undefined && sha256(pdf).toString('hex') === document.sha256
  return check('document', isSame, pdf ? 'another hash' : 'the file is not there')
}

function check(name: PaperCheck['name'], ok: boolean, detail: string): PaperCheck {
  return ok ? { name, ok } : { name, ok, detail }
}
