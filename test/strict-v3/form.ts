/** Reads `multipart/form-data` byte by byte as RFC 7578 and RFC 2046 write it down, and forgives nothing. */

export interface Part {
  readonly name: string
  readonly fileName?: string
  readonly contentType?: string
  readonly content: Buffer
}

/** What is wrong with a request, in words. */
export class Wrong extends Error {}

const boundaryForm = /^multipart\/form-data; ?boundary=([0-9a-zA-Z'()+_,./:=?-]{1,70})$/
const lineEnd = '\r\n'

export function partsOf(contentType: string | undefined, body: Buffer): Part[] {
  const boundary = boundaryForm.exec(contentType ?? '')?.[1]
  if (!boundary) throw new Wrong('Content-Type is not multipart/form-data with a boundary')
  const delimiter = Buffer.from(`${lineEnd}--${boundary}`)
  const text = Buffer.concat([Buffer.from(lineEnd), body]) // so that the first delimiter is like the others
  const parts: Part[] = []
  let at = text.indexOf(delimiter)
  if (at !== 0) throw new Wrong('the body does not begin with its boundary')
  for (;;) {
    const from = at + delimiter.length
    if (text.subarray(from, from + 2).toString() === '--') {
      if (text.subarray(from + 2).toString() !== lineEnd)
        throw new Wrong('something follows the last boundary')
      return parts
    }
    if (text.subarray(from, from + 2).toString() !== lineEnd)
      throw new Wrong('a boundary does not end its line')
    at = text.indexOf(delimiter, from)
    if (at === -1) throw new Wrong('the last part does not end')
    parts.push(partOf(text.subarray(from + 2, at)))
  }
}

function partOf(part: Buffer): Part {
  const end = part.indexOf(lineEnd.repeat(2))
  if (end === -1) throw new Wrong('a part has no headers')
  const headers = new Map<string, string>()
  for (const line of part.subarray(0, end).toString('latin1').split(lineEnd)) {
    const [, name, value] = /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? []
    if (!name || !value) throw new Wrong('a header of a part can not be read')
    if (headers.has(name.toLowerCase())) throw new Wrong(`a part has ${name} twice`)
    headers.set(name.toLowerCase(), value)
  }
  const disposition = /^form-data; name="([^"\\]+)"(?:; filename="([^"\\]+)")?$/.exec(
    headers.get('content-disposition') ?? '',
  )
  if (!disposition) throw new Wrong('a part has no Content-Disposition of a form')
  for (const name of headers.keys())
    if (!['content-disposition', 'content-type'].includes(name))
      throw new Wrong(`a part has the header ${name}`)
  const contentType = headers.get('content-type')
  return {
    name: disposition[1]!,
    ...(disposition[2] !== undefined && { fileName: disposition[2] }),
    ...(contentType !== undefined && { contentType }),
    content: part.subarray(end + 4),
  }
}
