import { CsvFault } from '../csv/csv-fault.ts'
import { plainText } from './cell-text.ts'
import { readXml } from './read-xml.ts'

/** The texts that the cells of a workbook share, by their number. */
export type SharedStrings = (index: number) => string

/**
 * Reads them into two buffers. As texts of their own they would take several times the memory: a list has some
 * for each voter.
 */
export async function readSharedStrings(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<SharedStrings> {
  const texts = textStore()
  let text = ''
  let isText = false
  let phonetic = 0
  await readXml(part, chunks, {
    opened(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') isText = phonetic === 0
    },
    closed(name) {
      if (name === 'si') texts.add(plainText(text))
      else if (name === 'rPh') phonetic--
      else if (name === 't') isText = false
    },
    text(more) {
      if (isText) text += more
    },
  })
  return texts.at
}

function textStore() {
  let bytes = Buffer.allocUnsafe(2 ** 16)
  let ends = new Uint32Array(2 ** 12)
  let count = 0
  const endOf = (index: number) => (index < 0 ? 0 : ends[index]!)

  return {
    add(text: string): void {
      const start = endOf(count - 1)
      const most = start + text.length * 3
      if (most > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, most))
      if (count === ends.length) {
        const longer = new Uint32Array(count * 2)
        longer.set(ends)
        ends = longer
      }
      ends[count++] = start + bytes.write(text, start)
    },
    at(index: number): string {
      if (!(index >= 0 && index < count))
        throw new CsvFault('damaged-workbook', 'a cell names a shared text that is not there')
      return bytes.toString('utf8', endOf(index - 1), endOf(index))
    },
  }
}
