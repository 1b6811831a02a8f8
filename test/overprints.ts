import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Points: what two letters may lie over each other before it counts, for accents and rounding. */
const slack = 1.5

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Texts of a PDF that lie over one another or outside the page, two by two, as another program than the one that made it sees them. */
export async function overprints(pdf: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  try {
    const found: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [, , width = 0] = page.view
      const boxes = boxesIn((await page.getTextContent()).items as readonly Item[])
      for (const [place, one] of boxes.entries()) {
        if (one.left < 0 || one.right > width) found.push(`${number}: “${one.text}” outside the page`)
        for (const other of boxes.slice(place + 1))
          if (meet(one, other)) found.push(`${number}: “${one.text}” over “${other.text}”`)
      }
    }
    return found
  } finally {
    await loading.destroy()
  }
}

interface Item {
  readonly str?: string
  readonly transform: readonly number[]
  readonly width: number
}

function boxesIn(items: readonly Item[]): Box[] {
  return items.flatMap(({ str = '', transform, width }) => {
    const [, , , size = 0, left = 0, bottom = 0] = transform
    // The x-height: what stands above it and below the line leaves room between lines that are close.
    const box = { text: str, left, right: left + width, bottom, top: bottom + size * 0.5 }
    return str.trim() === '' ? [] : [box]
  })
}

function meet(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const up = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom)
  return across > slack && up > 0
}
