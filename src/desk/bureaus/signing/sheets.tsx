import { openSignedSheet, openSigningSheet, type SignedSheet } from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import { type Column, Table } from '../../../platform/http/components/index.ts'
import { isId, type SheetId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { remarksText } from '../propose-texts.nl.ts'
import { askedOf, showPaper } from './paper-page.tsx'
import { texts } from './texts.nl.ts'

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** What was signed by hand for an assignment; nothing where it was signed on the screen. */
export function Sheets({ desk, sheets }: { desk: ElectionDesk; sheets: readonly SignedSheet[] }) {
  if (sheets.length === 0) return null
  return <Table {...{ caption: texts.sheets.caption, empty: '', rows: sheets, columns: columnsFor(desk) }} />
}

function columnsFor({ election: { code } }: ElectionDesk): readonly Column<SignedSheet>[] {
  const { columns, open } = texts.sheets
  return [
    { heading: columns.signedOn, isRowHeading: true, cell: ({ signedOn }) => longDate(signedOn, 'nl') },
    { heading: columns.kept, cell: ({ keptAt }) => momentText(keptAt, 'nl') },
    {
      heading: columns.file,
      cell: ({ sheetId, type, bytes }) => (
        <a href={paths.signedSheet({ election: code, sheet: sheetId })}>
          {open(type, Math.ceil(bytes / 1000))}
        </a>
      ),
    },
  ]
}

/** The list as it stands, to be signed by hand. */
export async function printSheet(desk: ElectionDesk): Promise<Response> {
  const made = await openSigningSheet(desk.deps, askedOf(desk), ({ remarks, keptOut }) =>
    remarksText(remarks, keptOut),
  )
  if (!made.ok) {
    if (made.because === 'nobody-proposed') return notFoundPage(desk)
    return showPaper(desk, { voordracht: texts.unprintable })
  }
  return desk.context.body(new Uint8Array(made.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="voordrachten-om-te-tekenen.pdf"',
    'Cache-Control': 'no-store',
  })
}

/** The sheet as somebody scanned it: it is saved and never shown, for what is in it was made elsewhere. */
export async function downloadSheet(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const asked = context.req.param('sheet') ?? ''
  if (!isId(asked)) return notFoundPage(desk)
  const sheet = await openSignedSheet(deps, {
    ...{ election, sheetId: asked as string as SheetId, by: staff.staffId },
  })
  if (!sheet) return notFoundPage(desk)
  return context.body(new Uint8Array(sheet.bytes), 200, {
    'Content-Type': sheet.type,
    'Content-Disposition': `attachment; filename="getekend-blad.${endings[sheet.type]}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}
