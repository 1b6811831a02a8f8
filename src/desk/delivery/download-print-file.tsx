import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type PrintFileFacts, printFileFacts } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { printFolder } from './print-page.tsx'
import { texts } from './print-texts.nl.ts'

const kinds = [
  ['.pdf', 'application/pdf', ({ sha256 }: PrintFileFacts) => sha256],
  ['.index.csv', 'text/csv; charset=utf-8', ({ indexSha256 }: PrintFileFacts) => indexSha256],
  ['.addresses.csv', 'text/csv; charset=utf-8', ({ addressesSha256 }: PrintFileFacts) => addressesSha256],
] as const

/** A file for the printer, held against the hash of the books before a byte of it goes out. */
export async function downloadPrintFile(desk: ElectionDesk) {
  const { context, election, staff } = desk
  const { municipalityId, electionId } = election
  const asked = context.req.param('file') ?? ''
  const kind = kinds.find(([ending]) => asked.endsWith(ending))
  const known = await inOwnScope(desk, (db) => printFileFacts(db, municipalityId, electionId))
  const found = kind && known.find(({ name }) => name + kind[0] === asked)
  if (!found) return notFoundPage(desk)
  const [, type, hashIn] = kind
  const path = join(printFolder(desk), asked)
  const expected = hashIn(found)
  if (!expected || (await sha256Of(path)) !== expected)
    return showDeliveryPage(desk, { title: texts.damaged.title, status: 409 }, <p>{texts.damaged.text}</p>)
  const event = { municipalityId, actor: staff.staffId, action: 'letters.print-file-downloaded' }
  await inOwnScope(desk, (db) => recordAudit(db, { ...event, subject: electionId, details: { file: asked } }))
  return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${asked}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(expected, 'hex').toString('base64')}:`,
  })
}

async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}
