import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { certificateFolder, findCertificate, listCertificates, packCertificate } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { certificatesFolder } from './certificate-page.tsx'

/** The files of one certificate as a ZIP. */
export async function downloadCertificate(desk: ElectionDesk) {
  const { context, election, staff } = desk
  const asked = context.req.param('certificate')
  const kept = await inOwnScope(desk, (db) => listCertificates(db, election))
  const found = kept.find(({ certificateId }) => certificateId === asked)
  if (!found) return notFoundPage(desk)
  const name = certificateFolder(election, found.writtenAt)
  const folder = join(certificatesFolder(desk), name)
  if (!(await stat(folder).catch(() => undefined)) || !(await findCertificate(folder)))
    return notFoundPage(desk)
  const { municipalityId } = election
  const event = { municipalityId, actor: staff.staffId, action: 'certificate.downloaded' }
  await inOwnScope(desk, (db) => recordAudit(db, { ...event, subject: found.certificateId }))
  const body = Readable.toWeb(Readable.from(packCertificate(folder), { objectMode: false })) as ReadableStream
  return context.body(body, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${name}.zip"`,
  })
}
