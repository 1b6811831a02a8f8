import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { CsvFault } from '../csv/csv-fault.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML file as it goes by. Names come without their namespace. */
export interface XmlListener {
  opened(name: string, attributes: Attributes): void
  closed(name: string): void
  text(text: string): void
}

/** No tag and no text between two tags is longer: a cell holds 32,767 characters at most. */
const longestPiece = 2 ** 20

/** Feeds an XML file to a listener, in constant memory. Throws a `CsvFault` when the tags do not match. */
export async function readXml(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): Promise<void> {
  const reader = xmlReader(part, listener)
  for await (const chunk of chunks) reader.write(chunk)
  reader.end()
}

/** The same, chunk by chunk. */
export function xmlReader(part: string, listener: XmlListener) {
  const tokens = tokensOf(part, listener)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held = ''

  function decoded(chunk?: Uint8Array): string {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new CsvFault('damaged-workbook', `${part} is not UTF-8`)
    }
  }

  return {
    /** Passes on up to the end of a tag, so that no name of a tag is cut in two. */
    write(chunk: Uint8Array): void {
      const text = held + decoded(chunk)
      const end = text.lastIndexOf('>') + 1
      held = text.slice(end)
      if (held.length > longestPiece) throw new CsvFault('damaged-workbook', `a text in ${part} has no end`)
      if (end > 0) tokens.write(text.slice(0, end))
    },
    end(): void {
      tokens.write(held + decoded())
      tokens.end()
    },
  }
}

function tokensOf(part: string, listener: XmlListener) {
  let text = ''
  let start = 0
  let name = ''
  let attribute = ''
  let value = ''
  let attributes: Record<string, string> = {}
  const open: string[] = []
  const piece = (from: number, to: number) => text.slice(from - start, to - start)

  function opened(): void {
    open.push(name)
    listener.opened(name, attributes)
  }

  function closed(closing: string): void {
    if (open.pop() !== closing) throw new CsvFault('damaged-workbook', `the tags in ${part} do not match`)
    listener.closed(closing)
  }

  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, {
    onopentagname(from, to) {
      name = withoutNamespace(piece(from, to))
      attributes = {}
    },
    onattribname(from, to) {
      attribute = withoutNamespace(piece(from, to))
      value = ''
    },
    onattribdata(from, to) {
      value += piece(from, to)
    },
    onattribentity(code) {
      value += String.fromCodePoint(code)
    },
    onattribend() {
      attributes[attribute] = value
    },
    onopentagend: opened,
    onselfclosingtag() {
      opened()
      closed(name)
    },
    onclosetag: (from, to) => closed(withoutNamespace(piece(from, to))),
    ontext: (from, to) => listener.text(piece(from, to)),
    ontextentity: (code) => listener.text(String.fromCodePoint(code)),
    oncdata: (from, to, behind) => listener.text(piece(from, to - behind)),
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  } satisfies TokenizerCallbacks)

  return {
    write(more: string): void {
      start += text.length
      text = more
      tokenizer.write(more)
    },
    end(): void {
      tokenizer.end()
      if (open.length > 0) throw new CsvFault('damaged-workbook', `${part} stops in the middle`)
    },
  }
}

function withoutNamespace(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
