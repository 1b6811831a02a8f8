import { z } from 'zod'

/**
 * What the certificate says of one voter. The voter is a pseudonym that holds for this election only; the hash is
 * that of the letter's PDF. Either a receipt of the mailbox, or the reason why there is none.
 */
export type Leaf = z.output<typeof leafSchema>

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const leafSchema = z.strictObject({
  voter: hex(16),
  section: z.int().positive(),
  letter: z.guid(),
  version: z.int().positive(),
  sha256: hex(32),
  digital: z.enum(['delivered', 'inactive', 'unreachable', 'refused', 'unconfirmed']),
  digitalReason: z.string().min(1).optional(),
  receipt: z.string().min(1).optional(),
  noReceipt: z.string().min(1).optional(),
  paper: z.enum(['printed', 'exception', 'not-due']),
  paperReason: z.string().min(1).optional(),
})

/** The line of a leaf, without line end. Its UTF-8 bytes are what the tree hashes. */
export function leafLine(leaf: Leaf): string {
  return JSON.stringify(leaf)
}

/** Reads a line of the leaves file; `undefined` when it is not a leaf. */
export function parseLeaf(line: string): Leaf | undefined {
  try {
    const leaf = leafSchema.safeParse(JSON.parse(line))
    return leaf.success && hasOneReceiptFact(leaf.data) ? leaf.data : undefined
  } catch {
    return undefined
  }
}

function hasOneReceiptFact(leaf: Leaf): boolean {
  return (leaf.receipt === undefined) !== (leaf.noReceipt === undefined)
}
