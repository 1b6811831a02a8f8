import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

/** A word where it stands: in points, from the left and the top of its page. */
export interface Word {
  readonly text: string
  /** From 1. */
  readonly page: number
  /** Which line of the document, from 0: words of one line have the same. */
  readonly line: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Every word of a PDF in the order in which the file has them, which for a tagged letter is that of reading. */
export async function readWords(pdf: Uint8Array): Promise<Word[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const words: Word[] = []
    for (const page of document.pages()) words.push(...wordsOf(page, (words.at(-1)?.line ?? -1) + 1))
    return words
  } finally {
    document.destroy()
  }
}

/** One for a process: it takes some tens of megabytes. */
let library: ReturnType<typeof PDFiumLibrary.init> | undefined

/** What PDFium answers and the package keeps to itself: its own `getText` does not say where a text stands. */
interface OpenPage {
  readonly pageIdx: number
  readonly module: PDFiumPage['module'] & {
    _FPDFText_GetUnicode(textPage: number, character: number): number
    _FPDFText_GetLooseCharBox(textPage: number, character: number, box: number): boolean
  }
}

const invisible = /[\u00ad\u200b\ufffe]/

function wordsOf(page: PDFiumPage, firstLine: number): Word[] {
  const { module: pdfium, pageIdx } = page as unknown as OpenPage
  const pageHeight = pdfium._FPDF_GetPageHeight(pageIdx)
  const text = pdfium._FPDFText_LoadPage(pageIdx)
  const box = pdfium.wasmExports.malloc(16)
  const words: Word[] = []
  let line = firstLine
  let word: Word | undefined
  for (let at = 0; at < pdfium._FPDFText_CountChars(text); at++) {
    const character = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, at))
    if (/\s/.test(character)) {
      word = undefined
      if (character === '\n') line++
      continue
    }
    if (invisible.test(character) || !pdfium._FPDFText_GetLooseCharBox(text, at, box)) continue
    const [left, top, right, bottom] = new Float32Array(pdfium.HEAPU8.buffer, box, 4) as unknown as Edges
    const place = { left, top: pageHeight - top, right, bottom: pageHeight - bottom }
    if (word) words.pop()
    word = word ? joined(word, character, place) : { text: character, page: page.number + 1, line, ...place }
    words.push(word)
  }
  pdfium.wasmExports.free(box)
  pdfium._FPDFText_ClosePage(text)
  pdfium._FPDF_ClosePage(pageIdx)
  return words.map((one) => ({ ...one, text: one.text.normalize('NFC') }))
}

type Edges = [left: number, top: number, right: number, bottom: number]
type Place = Pick<Word, 'left' | 'top' | 'right' | 'bottom'>

function joined(word: Word, character: string, place: Place): Word {
  return {
    ...word,
    text: word.text + character,
    left: Math.min(word.left, place.left),
    top: Math.min(word.top, place.top),
    right: Math.max(word.right, place.right),
    bottom: Math.max(word.bottom, place.bottom),
  }
}
