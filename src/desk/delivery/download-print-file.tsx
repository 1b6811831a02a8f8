import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { manifestName, type PrintFileFacts, printFileFacts, printFileTaken } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { printFolder } from './print-page.tsx'
import { texts } from './print-texts.nl.ts'

interface Kind {
  readonly ending: string
  readonly type: string
  /** Absent of what changes with the files beside it, and is in no book: it holds no letter and no address. */
  readonly hashIn?: (file: PrintFileFacts) => string | undefined
}

const kinds: readonly Kind[] = [
  { ending: '.cover.pdf', type: 'application/pdf' },
  { ending: '.pdf', type: 'application/pdf', hashIn: ({ sha256 }) => sha256 },
  { ending: '.index.csv', type: 'text/csv; charset=utf-8', hashIn: ({ indexSha256 }) => indexSha256 },
  {
    ending: '.addresses.csv',
    type: 'text/csv; charset=utf-8',
    hashIn: ({ addressesSha256 }) => addressesSha256,
  },
]

/** A file for the printer; what is in the books is held against its hash there before a byte of it goes out. */
export async function downloadPrintFile(desk: ElectionDesk) {
  const { context, election, staff } = desk
  const { municipalityId, electionId } = election
  const asked = context.req.param('file') ?? ''
  const known = await inOwnScope(desk, (db) => printFileFacts(db, municipalityId, electionId))
  const wanted = wantedOf(asked, known)
  if (!wanted) return notFoundPage(desk)
  const path = join(printFolder(desk), asked)
  const sha256 = await sha256Of(path)
  if (!sha256 || (wanted.isBooked && sha256 !== wanted.sha256))
    return showDeliveryPage(desk, { title: texts.damaged.title, status: 409 }, <p>{texts.damaged.text}</p>)
  const event = { municipalityId, actor: staff.staffId, action: printFileTaken }
  await inOwnScope(desk, (db) => recordAudit(db, { ...event, subject: electionId, details: { file: asked } }))
  return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
    'Content-Type': wanted.type,
    'Content-Disposition': `attachment; filename="${asked}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  })
}

/** What a name stands for, when it is of a file in the books, or the manifest of those. */
function wantedOf(asked: string, known: readonly PrintFileFacts[]) {
  if (asked === manifestName)
    return known.length > 0 ? { type: 'application/json', isBooked: false, sha256: undefined } : undefined
  for (const { ending, type, hashIn } of kinds) {
    const file = known.find(({ name }) => name + ending === asked)
    if (file) return { type, isBooked: hashIn !== undefined, sha256: hashIn?.(file) }
  }
  return undefined
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
