import { PassThrough, Readable } from 'node:stream'
import {
  askConvocation,
  askCorrections,
  lastAuthority,
  letterCounts,
  memberLetterKinds,
  previewCall,
  printMemberLetters,
  stopConvocation,
} from '../../../bureaus/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { drawPdf } from '../../../platform/pdf/draw-pdf.ts'
import { pngOf } from '../../../platform/pdf/picture.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { lettersPage } from './letters-page.tsx'
import { texts } from './texts.nl.ts'

const dotsPerInch = 110

export function pdfAnswer({ context }: ElectionDesk, pdf: Uint8Array, name: string): Response {
  return context.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}

/** The call as it would be sent now to somebody, as a PDF or as a picture of its first page. */
export async function previewOfCall(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const asked = context.req.param('assignment') ?? ''
  const file = context.req.param('file')
  if (!isId(asked) || (file !== 'voorbeeld.pdf' && file !== 'voorbeeld.png')) return notFoundPage(desk)
  const known = await inOwnScope(desk, (db) => lastAuthority(db, election))
  const authority = known ?? texts.examples.authority
  const seen = await previewCall(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    { election, assignmentId: asked as string as AssignmentId, authority, by: staff.staffId },
  )
  if (!seen.ok) {
    if (!(seen.because in texts.run.missing)) return notFoundPage(desk)
    const why = texts.run.missing[seen.because as keyof typeof texts.run.missing]
    return lettersPage(desk, { gezag: `${texts.examples.cannot}. ${why(1)}` })
  }
  if (file === 'voorbeeld.pdf') return pdfAnswer(desk, seen.pdf, file)
  const [first] = await drawPdf(seen.pdf, dotsPerInch)
  return context.body(new Uint8Array(await pngOf(first!)), 200, {
    'Content-Type': 'image/png',
    'Cache-Control': 'no-store',
  })
}

/** Asks that everybody who is designated is called; a worker does it. */
export async function convokeAll(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const asked = await askConvocation(deps, { election, authority: form.text('gezag'), by: staff.staffId })
  if (!asked.ok) return lettersPage(desk, { gezag: texts.call.refused[asked.because] })
  return seeOther(desk, paths.memberLetters({ election: election.code }), 'convocation-asked')
}

/** Asks that all of them get a corrected call; a worker does it. */
export async function sendCorrections(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const asked = await askCorrections(deps, { election, by: staff.staffId })
  const here = paths.memberLetters({ election: election.code })
  if (asked.ok) return seeOther(desk, here, 'corrections-asked')
  return lettersPage(desk, { verbeteren: texts.corrections.refused[asked.because] })
}

export async function stopConvoking(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  await stopConvocation(deps, { election, by: staff.staffId })
  return seeOther(desk, paths.memberLetters({ election: election.code }), 'convocation-stopped')
}

/** The letters for paper as one file, letter by letter as they are made: none of it stays here. */
export async function print(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const again = form.text('opnieuw') === 'ja'
  const counts = await inOwnScope(desk, (db) => letterCounts(db, election, memberLetterKinds))
  if (counts.undelivered + (again ? counts.printed : 0) === 0)
    return lettersPage(desk, { drukken: texts.print.nothing })
  const file = new PassThrough()
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => file.write(bytes, (error) => (error ? reject(error) : resolve())))
  printMemberLetters(deps, { election, again, by: staff.staffId, write })
    .then(() => file.end())
    .catch((error: Error) => {
      deps.log.error({ error: error.message }, 'letters to members were not printed')
      file.destroy(error) // the browser sees that the file is not whole
    })
  return context.body(Readable.toWeb(file) as ReadableStream, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="brieven-aan-leden.pdf"',
    'Cache-Control': 'no-store',
  })
}
