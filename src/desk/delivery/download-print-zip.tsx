import { join } from 'node:path'
import { Readable } from 'node:stream'
import { manifestName, printFileFacts, printFileTaken } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type FileToPack, packFiles } from '../../platform/pack-files.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { showDeliveryPage } from './delivery-page.tsx'
import { filesOf, zipName } from './print-downloads.tsx'
import { printFolder } from './print-folder.ts'
import { isAsBooked } from './print-hashes.ts'
import { texts } from './print-texts.nl.ts'

/** Every file that is to be printed, with the list of them, in one ZIP; each is held against the books before a byte goes out. */
export async function downloadPrintZip(desk: ElectionDesk) {
  const { context, election, staff } = desk
  const { municipalityId, electionId } = election
  const known = await inOwnScope(desk, (db) => printFileFacts(db, municipalityId, electionId))
  const folder = printFolder(desk)
  const names = [manifestName, ...known.flatMap((file) => filesOf(file).map(([name]) => name))]
  for (const name of names)
    if (known.length === 0 || !(await isAsBooked(folder, name, known)))
      return showDeliveryPage(
        desk,
        { title: texts.damaged.title, status: 409 },
        <p>{texts.zip.notWhole(name)}</p>,
      )
  const file = zipName(election)
  const event = { municipalityId, actor: staff.staffId, action: printFileTaken, subject: electionId }
  await inOwnScope(desk, (db) => recordAudit(db, { ...event, details: { file, files: names.length } }))
  const files = names.map(
    (name): FileToPack => ({ name, path: join(folder, name), isPacked: name.endsWith('.pdf') }),
  )
  const body = Readable.toWeb(Readable.from(packFiles(files), { objectMode: false })) as ReadableStream
  return context.body(body, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${file}"`,
  })
}
