import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Picture } from './png.ts'

/** Draws every page of a PDF as people see it, at so many dots an inch. */
export async function drawPages(pdf: Uint8Array, dotsPerInch: number): Promise<Picture[]> {
  const library = await loadLibrary()
  const document = await library.loadDocument(pdf)
  try {
    const pictures: Picture[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' })
      pictures.push({ width, height, rgb: toRgb(data) })
    }
    return pictures
  } finally {
    document.destroy()
  }
}

let library: ReturnType<typeof PDFiumLibrary.init> | undefined

function loadLibrary(): ReturnType<typeof PDFiumLibrary.init> {
  library ??= PDFiumLibrary.init()
  return library
}

/** Leaves out the fourth byte of each point, its opacity. */
function toRgb(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!
    rgb[to + 1] = rgba[from + 1]!
    rgb[to + 2] = rgba[from + 2]!
  }
  return rgb
}
