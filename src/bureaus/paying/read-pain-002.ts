import { SaxesParser } from 'saxes'
import { type Result, refused } from '../../platform/result.ts'
import type { PaymentReport } from './payment-report.ts'
import { statusReport } from './status-report.ts'

export type Pain002Refusal = 'too-large' | 'not-utf-8' | 'doctype' | 'not-xml' | 'not-pain-002'

/** A report on a hundred thousand payments is some 40 MB. */
const largest = 128 * 1024 * 1024
const deepest = 20

class Unreadable extends Error {
  readonly because: Pain002Refusal

  constructor(because: Pain002Refusal) {
    super(because)
    this.because = because
  }
}

/**
 * Reads what a bank says of a batch: customer payment status report, pain.002.001 in any version. A document type is
 * refused and no entity but those of XML is known, so nothing in a file can grow or fetch.
 */
export function readPain002(bytes: Uint8Array): Result<{ report: PaymentReport }, Pain002Refusal> {
  if (bytes.byteLength > largest) return refused('too-large')
  const parser = new SaxesParser({ xmlns: true })
  try {
    return { ok: true, report: parse(parser, decode(bytes)) }
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.because, `line ${parser.line}`)
    throw error
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('not-utf-8')
  }
}

function parse(parser: SaxesParser<{ xmlns: true }>, text: string): PaymentReport {
  const listener = statusReport()
  const path: string[] = []
  let content = ''
  parser.on('error', () => {
    throw new Unreadable('not-xml')
  })
  parser.on('doctype', () => {
    throw new Unreadable('doctype')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') throw new Unreadable('not-utf-8')
  })
  parser.on('opentag', ({ local, uri }) => {
    if (path.length === 0 && !isStatusReport(local, uri)) throw new Unreadable('not-pain-002')
    if (path.length === deepest) throw new Unreadable('not-pain-002')
    path.push(local)
    content = ''
  })
  parser.on('text', (piece) => {
    content += piece
  })
  parser.on('cdata', (piece) => {
    content += piece
  })
  parser.on('closetag', () => {
    listener.closed(path, content.trim(), parser.line)
    path.pop()
    content = ''
  })
  parser.write(text).close()
  const report = listener.report()
  if (report.batchId === undefined) throw new Unreadable('not-pain-002')
  return report
}

function isStatusReport(name: string, namespace: string): boolean {
  return name === 'Document' && /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.\d\d$/.test(namespace)
}
