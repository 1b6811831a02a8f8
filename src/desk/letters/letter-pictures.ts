import { createLetterMaker, type LetterRow } from '../../letters/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { drawPdf } from '../../platform/pdf/draw-pdf.ts'
import { pngOf } from '../../platform/pdf/picture.ts'
import type { ElectionDesk } from '../desk.ts'

/** Readable at the width of a page on a screen. */
export const dotsPerInch = 110
const mostBytes = 60_000_000

/** Pages of letters as PNG, by the hash of the letter: the same letter is drawn once for all who look at it. */
const drawn = new Map<string, Promise<readonly Buffer[]>>()
const sizes = new Map<string, number>()

const makers = new WeakMap<Database, ReturnType<typeof createLetterMaker>>()

/** The pages of a letter as it was composed, byte for byte, drawn. */
export async function lettersPages(
  desk: ElectionDesk,
  letter: Pick<LetterRow, 'letter_id' | 'pdf_sha256'>,
): Promise<readonly Buffer[]> {
  const key = `${desk.election.municipalityId} ${letter.pdf_sha256.toString('hex')}`
  const known = drawn.get(key)
  if (known) return known
  const drawing = letterPdf(desk, letter)
    .then((pdf) => drawPdf(pdf, dotsPerInch))
    .then((pages) => Promise.all(pages.map(pngOf)))
  drawn.set(key, drawing)
  try {
    const pages = await drawing
    sizes.set(
      key,
      pages.reduce((sum, { length }) => sum + length, 0),
    )
    forgetOldest()
    return pages
  } catch (error) {
    drawn.delete(key)
    throw error
  }
}

/** The letter as it was composed, byte for byte. */
export async function letterPdf(
  { deps, election }: ElectionDesk,
  letter: Pick<LetterRow, 'letter_id'>,
): Promise<Uint8Array> {
  const maker = makers.get(deps.database) ?? createLetterMaker(deps)
  makers.set(deps.database, maker)
  const [made] = await maker(election.municipalityId, election.electionId, [letter.letter_id])
  return made!.pdf
}

function forgetOldest(): void {
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  for (const [key, size] of sizes) {
    if (bytes <= mostBytes) return
    bytes -= size
    sizes.delete(key)
    drawn.delete(key)
  }
}
