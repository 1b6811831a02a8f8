import { PDFiumLibrary } from '@hyzyla/pdfium'
import { type Picture, pictureOf } from './picture.ts'

/** Draws every page of a PDF as people see it, at so many dots an inch. */
export async function drawPdf(pdf: Uint8Array, dotsPerInch: number): Promise<Picture[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const pictures: Picture[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' })
      pictures.push(pictureOf({ width, height, rgba: data }))
    }
    return pictures
  } finally {
    document.destroy()
  }
}

/** One for a process: it takes some tens of megabytes. */
let library: ReturnType<typeof PDFiumLibrary.init> | undefined
