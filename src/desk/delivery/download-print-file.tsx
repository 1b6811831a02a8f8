import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { printFileFacts, printFileTaken } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { printFolder } from './print-folder.ts'
import { sha256Of, wantedOf } from './print-hashes.ts'
import { texts } from './print-texts.nl.ts'

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
