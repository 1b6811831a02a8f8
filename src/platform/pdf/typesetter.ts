/** A Typst document with its data. Data goes in as JSON inputs and files, never pasted into the source. */
export interface TypstSource {
  /** Text of the `.typ` document. */
  readonly main: string
  /** Read in the document as `sys.inputs.NAME`, mostly JSON: `json(bytes(sys.inputs.NAME))`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Files the document reads by absolute path, such as `/arms.svg`. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

export interface Typesetter {
  /** Typesets a document as one PDF that is PDF/UA-1 and PDF/A-2a. Throws when the document does not compile. */
  typeset(source: TypstSource): Promise<Uint8Array>
}

export function createTypesetter(): Typesetter {
  return {
    async typeset() {
      throw new Error('not made yet')
    },
  }
}
