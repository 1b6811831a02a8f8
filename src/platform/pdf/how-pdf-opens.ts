import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

/** `locked`: it asks for a password before anybody sees a page. `broken`: there is no page to see. */
export type PdfOpening = 'opens' | 'locked' | 'broken'

/**
 * Whether who gets this PDF sees a page of it. One that only forbids printing or copying opens, as in any reader. Never throws for what is
 * in the bytes; opening takes no longer than reading its index and its first page.
 */
export async function howPdfOpens(pdf: Uint8Array): Promise<PdfOpening> {
  library ??= PDFiumLibrary.init()
  try {
    const document = await (await library).loadDocument(pdf)
    try {
      return document.getPageCount() > 0 && hasSize(document.getPage(0)) ? 'opens' : 'broken'
    } finally {
      document.destroy()
    }
  } catch (error) {
    // What a trap leaves behind in the memory of the program is not known: the next file gets a new one.
    if (error instanceof Error && error.name === 'RuntimeError') library = undefined
    return error instanceof Error && error.message.startsWith('Password required') ? 'locked' : 'broken'
  }
}

/** One for a process: it takes some tens of megabytes. */
let library: ReturnType<typeof PDFiumLibrary.init> | undefined

interface Opened {
  readonly module: { _FPDF_ClosePage(page: number): void }
  readonly pageIdx: number
}

/** A page that is not there has none; it is let go of, which the package does only after drawing. */
function hasSize(page: PDFiumPage): boolean {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const { module: pdfium, pageIdx } = page as unknown as Opened
  pdfium._FPDF_ClosePage(pageIdx)
  return originalWidth > 0 && originalHeight > 0
}
