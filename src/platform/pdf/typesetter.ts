import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { declareStandards } from './declare-standards.ts'
import { fontFamilies, readFonts } from './fonts.ts'

/** A Typst document with its data. Data goes in as JSON inputs and files, never pasted into the source. */
export interface TypstSource {
  /** Text of the `.typ` document. Give it a title and a language: an accessible PDF has both. */
  readonly main: string
  /** Read in the document as `sys.inputs.NAME`, mostly JSON: `json(bytes(sys.inputs.NAME))`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Files the document reads by absolute path, such as `/arms.svg`. Nothing else can be read. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

export interface Typesetter {
  /**
   * Typesets a document as one PDF that is PDF/UA-1 and PDF/A-2a: the same source, the same bytes.
   * Throws `UnprintableText` when no font has a character, and an `Error` when the source does not compile.
   */
  typeset(source: TypstSource): Promise<Uint8Array>
}

/** A character that none of the fonts has: the document can't be written as it should be read. */
export class UnprintableText extends Error {
  override readonly name = 'UnprintableText'
}

/** A folder that does not exist: documents read the files they are given, never the disk. */
const workspace = '/kiesloket-typesetter'
/** Typst wants a date for PDF/A; it is taken out again, so that no clock gets into the bytes. */
const preamble = `#set document(date: datetime(year: 2000, month: 1, day: 1))
#set text(font: (${fontFamilies.map((name) => `"${name}"`).join(', ')}), fallback: false)
`

/** Loads the fonts and the compiler: tens of megabytes, so one for a process will do. */
export function createTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })
  return {
    async typeset(source) {
      const pdf = compile(compiler, source)
      compiler.evictCache(0)
      // The binding frees a document when the event loop turns: a loop that never yields fills the memory.
      await setImmediate()
      return pdf
    },
  }
}

function compile(compiler: NodeCompiler, { main, inputs, files = {} }: TypstSource): Uint8Array {
  for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(workspace + path, Buffer.from(bytes))
  try {
    const compiled = compiler.compile({ mainFileContent: preamble + main, inputs: { ...inputs } })
    if (!compiled.result)
      throw new Error(`the document does not compile: ${explain(compiled.takeDiagnostics())}`)
    const title = compiled.result.title
    if (!title) throw new Error('a document without a title is not accessible')
    return declareStandards(toPdf(compiler, compiled.result), title)
  } finally {
    for (const path of Object.keys(files)) compiler.unmapShadow(workspace + path)
  }
}

function toPdf(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' })
  } catch (error) {
    if (String(error).includes('could not be displayed'))
      throw new UnprintableText('no font has this character')
    throw error
  }
}

function explain(error: NodeError | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? 'no reason given')
}
