import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

/** A page drawn in shades of grey: 0 is black, 255 the paper. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly shades: Uint8Array
  readonly millimetresPerDot: number
}

/** A PDF as another program than the one that made it sees it. */
export interface SeenPdf {
  /** The text of each page, with one space where there is room between words or lines. */
  readonly texts: readonly string[]
  /** The first page line by line, in the order in which it is read. */
  readonly frontLines: readonly string[]
  readonly front: DrawnPage
}

/** A hundred dots to an inch: a dot is a quarter of a millimetre. */
const finely = 100 / 72
const coarsely = 1 / 72

/** Reads every page of a PDF and draws the first. Throws when the bytes are not a PDF that can be read. */
export async function lookAtPdf(pdf: Uint8Array): Promise<SeenPdf> {
  const document = await (await library()).loadDocument(pdf)
  try {
    return await lookAt(document)
  } finally {
    document.destroy()
  }
}

let opened: ReturnType<typeof PDFiumLibrary.init> | undefined

/** One for a process: it takes some tens of megabytes. */
function library(): ReturnType<typeof PDFiumLibrary.init> {
  opened ??= PDFiumLibrary.init()
  return opened
}

async function lookAt(document: PDFiumDocument): Promise<SeenPdf> {
  const read: string[] = []
  let front: DrawnPage | undefined
  for (const page of document.pages()) {
    read.push(withoutMarks(page.getText()))
    // The library lets go of a page when it has drawn it, and only then.
    const drawn = await draw(page, front ? coarsely : finely)
    front ??= drawn
  }
  if (!front) throw new Error('a PDF without pages')
  return { texts: read.map(oneLine), frontLines: read[0]!.split(/[\r\n]+/).map(oneLine), front }
}

/** A soft hyphen or a space without width does not change what a text says. */
function withoutMarks(text: string): string {
  return text.replace(/[\u00ad\u200b\ufffe]/g, '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}

async function draw(page: PDFiumPage, scale: number): Promise<DrawnPage> {
  const { originalWidth } = page.getOriginalSize()
  const { width, height, data } = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' })
  const millimetres = (originalWidth / 72) * 25.4
  return { width, height, shades: data, millimetresPerDot: millimetres / width }
}
