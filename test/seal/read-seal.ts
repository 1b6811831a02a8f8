import { PDFArray, PDFDict, PDFDocument, type PDFHexString, PDFName, type PDFNumber } from '@cantoo/pdf-lib'

/** A signature apart from what it is over. */
export interface Detached {
  readonly signed: Uint8Array
  readonly cms: Uint8Array
}

/** The seal of a PDF, found as a reader finds it: by its fields. */
export interface FoundSeal extends Detached {
  /** What the seal is over: all but the hole. */
  readonly signed: Buffer
  /** The CMS, without the zeros behind it. */
  readonly cms: Buffer
  readonly subFilter: string
  readonly moment: string
  /** How many bytes at the end the seal does not cover. */
  readonly uncovered: number
}

/** Throws when there is none, or more than one. */
export async function readSeal(pdf: Uint8Array): Promise<FoundSeal> {
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
  const form = catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  if (fields.size() !== 1) throw new Error(`${fields.size()} fields`)
  const value = fields.lookup(0, PDFDict).lookup(PDFName.of('V'), PDFDict)
  const range = value.lookup(PDFName.of('ByteRange'), PDFArray)
  const [start, length, again, rest] = range.asArray().map((one) => (one as PDFNumber).asNumber()) as [
    number,
    number,
    number,
    number,
  ]
  const bytes = Buffer.from(pdf)
  const padded = Buffer.from((value.lookup(PDFName.of('Contents')) as PDFHexString).asBytes())
  return {
    signed: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(again, again + rest)]),
    cms: padded.subarray(0, derLength(padded)),
    subFilter: String(value.get(PDFName.of('SubFilter'))),
    moment: String(value.get(PDFName.of('M'))),
    uncovered: bytes.length - again - rest,
  }
}

/** Bytes of one value in DER with a length of two bytes, as every CMS of ours is. */
function derLength(bytes: Buffer): number {
  if (bytes[0] !== 0x30 || bytes[1] !== 0x82) throw new Error('this is no CMS of more than 255 bytes')
  return bytes.readUInt16BE(2) + 4
}
