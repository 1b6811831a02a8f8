/** A document as the chunks in which it arrived: joined only when somebody wants to read it. */
export type Chunks = readonly Buffer[]

export type Addressee = Readonly<{ recipient: string; masked: string }>

const recentMessages = 100

/**
 * The documents that the stand-in can still show: those of the demo's citizens, and of the last hundred messages.
 * Of all others only digest and size remain, so that memory stays flat however many letters come.
 */
export function createDocuments() {
  const ofCitizens = new Map<string, readonly Chunks[]>()
  const recent = new Map<string, { bodies: readonly Chunks[]; addressee: Addressee }>()

  const find = (messageId: string, index: number): Chunks | undefined =>
    (ofCitizens.get(messageId) ?? recent.get(messageId)?.bodies)?.[index]

  return {
    keep: (messageId: string, bodies: readonly Chunks[]): void => {
      ofCitizens.set(messageId, bodies)
    },
    keepAWhile(messageId: string, bodies: readonly Chunks[], addressee: Addressee): void {
      recent.set(messageId, { bodies, addressee })
      if (recent.size > recentMessages) recent.delete(recent.keys().next().value!)
    },
    isKept: (messageId: string, index: number): boolean => find(messageId, index) !== undefined,
    read(messageId: string, index: number): Buffer | undefined {
      const chunks = find(messageId, index)
      return chunks && Buffer.concat(chunks)
    },
    /** Who the last hundred messages were for, newest first. */
    recentAddressees(): Addressee[] {
      const newestFirst = [...recent.values()].reverse().map(({ addressee }) => addressee)
      return [...new Map(newestFirst.map((each) => [each.recipient, each])).values()]
    },
  }
}
