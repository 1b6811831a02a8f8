import { type Certified, type CertifiedLeaf, readCertificateFiles } from './certificate-files.ts'
import {
  type List,
  type ListedPerson,
  type PrintedLetter,
  readList,
  readPrintFolder,
} from './list-and-print.ts'
import { recountDifferences } from './recount.ts'

/**
 * A second opinion on a certificate: it is recomputed from what others have of it (the books of the e-Box, the list that
 * was imported, what lies at the printer's), by a program that shares no line with the one that wrote it.
 */

/** A message that the e-Box says it accepted. */
export interface BookedMessage {
  readonly messageId: string
  readonly recipient: string
  /** Of the main document. */
  readonly sha256?: string | undefined
  /** Whether the box of the recipient is in use. */
  readonly active: boolean
}

export interface Evidence {
  readonly certificateFolder: string
  readonly printFolder: string
  readonly listFile: string
  readonly books: readonly BookedMessage[]
  /** What was decided after the list was closed. */
  readonly struck?: readonly number[]
  readonly added?: List
}

/** Every difference, in words; none when the certificate is what the others say. */
export async function secondCheck(evidence: Evidence): Promise<string[]> {
  const { certified, leaves, differences: ofFiles } = await readCertificateFiles(evidence.certificateFolder)
  const { printed, differences: ofPrint } = await readPrintFolder(evidence.printFolder, certified.paper)
  const imported = await readList(evidence.listFile)
  const struck = new Set(evidence.struck)
  const list = new Map([...imported, ...(evidence.added ?? [])].filter(([number]) => !struck.has(number)))
  const sums = {
    frozen: imported.size,
    added: evidence.added?.size ?? 0,
    struck: struck.size,
    voters: list.size,
  }
  return [
    ...ofFiles,
    ...ofPrint,
    ...differencesBetween('list', certified.list, sums),
    ...recountDifferences(certified, leaves, list),
    ...paperDifferences(certified, leaves, printed),
    ...whoseDifferences({
      leaves,
      printed,
      list,
      everybody: new Map([...imported, ...(evidence.added ?? [])]),
    }),
    ...receiptDifferences(leaves),
    ...bookDifferences(certified, leaves, evidence.books),
    ...recipientDifferences({ leaves, printed, list, imported }, evidence.books),
  ]
}

function differencesBetween(what: string, said: object, counted: object): string[] {
  return Object.entries(counted).flatMap(([name, count]) => {
    const certified = (said as Record<string, unknown>)[name]
    return certified === count ? [] : [`${what}: ${name} is ${count}, ${certified} certified`]
  })
}

/** Each letter that is certified as printed lies in one file, and no other but those that were ended. */
function paperDifferences(
  { letters: { ended } }: Certified,
  leaves: readonly CertifiedLeaf[],
  printed: readonly PrintedLetter[],
): string[] {
  const times = new Map<string, number>()
  for (const { letter } of printed) times.set(letter, (times.get(letter) ?? 0) + 1)
  const wrong = leaves.flatMap(({ letter, paper }) => {
    const found = times.get(letter) ?? 0
    return found === (paper === 'printed' ? 1 : 0)
      ? []
      : [`letter ${letter}: ${paper}, and ${found} times in print files`]
  })
  const current = new Set(leaves.map(({ letter }) => letter))
  const others = [...times.keys()].filter((letter) => !current.has(letter)).length
  const certified = ended.filter((one) => one.printed).reduce((sum, { letters }) => sum + letters, 0)
  if (others !== certified) wrong.push(`print files: ${others} letters that ended, ${certified} certified`)
  return wrong
}

interface Whose {
  readonly leaves: readonly CertifiedLeaf[]
  readonly printed: readonly PrintedLetter[]
  readonly list: List
}

/** Each voter of the list has one letter, of the same content on paper and in the certificate. */
function whoseDifferences({ leaves, printed, list, everybody }: Whose & { everybody: List }): string[] {
  const leafOf = new Map(leaves.map((leaf) => [leaf.letter, leaf]))
  const seen = new Map<number, string>()
  const wrong: string[] = []
  for (const { letter, listNumber, sha256 } of printed) {
    const leaf = leafOf.get(letter)
    if (!everybody.has(listNumber)) wrong.push(`letter ${letter}: nobody has list number ${listNumber}`)
    if (!leaf) continue
    if (leaf.sha256 !== sha256) wrong.push(`letter ${letter}: another document on paper than certified`)
    if (!list.has(listNumber))
      wrong.push(`letter ${letter}: a letter of number ${listNumber}, who was struck`)
    if (seen.has(listNumber))
      wrong.push(`list number ${listNumber}: two letters, ${seen.get(listNumber)} and ${letter}`)
    if (list.get(listNumber)?.section !== leaf.section)
      wrong.push(`letter ${letter}: in another section than the list`)
    seen.set(listNumber, letter)
  }
  return wrong
}

/** A receipt proves one letter: on two leaves it proves neither. */
function receiptDifferences(leaves: readonly CertifiedLeaf[]): string[] {
  const byReceipt = Map.groupBy(leaves, ({ receipt }) => receipt)
  return [...byReceipt].flatMap(([receipt, same]) =>
    receipt === undefined || same.length === 1
      ? []
      : [`receipt ${receipt}: for ${same.length} letters, ${same.map(({ letter }) => letter).join(', ')}`],
  )
}

/** What the e-Box has is what is certified: nothing missing, nothing more, nothing twice. */
function bookDifferences(
  { letters: { ended } }: Certified,
  leaves: readonly CertifiedLeaf[],
  books: readonly BookedMessage[],
): string[] {
  const byDocument = Map.groupBy(books, ({ sha256 }) => sha256)
  const wrong = leaves.flatMap((leaf) => leafDifferences(leaf, byDocument.get(leaf.sha256) ?? []))
  const current = new Set(leaves.map(({ sha256 }) => sha256))
  const others = [...byDocument].filter(([document]) => !current.has(document!))
  for (const [document, messages] of others)
    if (messages.length > 1) wrong.push(`document ${document}: ${messages.length} times in the books`)
  const sumOf = (arrived: boolean | 'unconfirmed') =>
    ended.filter((one) => one.arrived === arrived).reduce((sum, { letters }) => sum + letters, 0)
  const [surely, perhaps] = [sumOf(true), sumOf('unconfirmed')]
  if (others.length < surely || others.length > surely + perhaps)
    wrong.push(
      `books: ${others.length} documents of no current letter, ${surely} certified as arrived and ${perhaps} as unconfirmed`,
    )
  return wrong
}

function leafDifferences(leaf: CertifiedLeaf, messages: readonly BookedMessage[]): string[] {
  const { letter, digital, receipt } = leaf
  const [message] = messages
  const mayBe =
    digital === 'unconfirmed' ? [0, 1] : digital === 'delivered' || digital === 'inactive' ? [1] : [0]
  if (!mayBe.includes(messages.length))
    return [`letter ${letter}: certified ${digital}, and ${messages.length} times in the books`]
  if (receipt === undefined || !message) return []
  if (receipt !== message.messageId)
    return [`letter ${letter}: receipt ${receipt}, and ${message.messageId} in the books`]
  const found = message.active ? 'delivered' : 'inactive'
  return found === digital ? [] : [`letter ${letter}: certified ${digital}, and ${found} in the books`]
}

/** Who got it is whose it is. A letter on no paper has no number to go by: its recipient has to be on the list. */
function recipientDifferences(
  { leaves, printed, list, imported }: Whose & { imported: List },
  books: readonly BookedMessage[],
): string[] {
  const numberOf = new Map(printed.map(({ letter, listNumber }) => [letter, listNumber]))
  const leafOf = new Map(leaves.map((leaf) => [leaf.sha256, leaf]))
  const onList = new Set([...list.values()].map(({ recipient }) => recipient))
  const everOnList = new Set([...imported.values(), ...list.values()].map(({ recipient }) => recipient))
  const got = new Map<string, string>()
  return books.flatMap(({ messageId, recipient, sha256 }) => {
    const leaf = leafOf.get(sha256 ?? '')
    if (!leaf)
      return everOnList.has(recipient) ? [] : [`message ${messageId}: for somebody who was on no list`]
    const before = got.get(recipient)
    got.set(recipient, messageId)
    const person: ListedPerson | undefined = list.get(numberOf.get(leaf.letter) ?? 0)
    return [
      ...(before ? [`messages ${before} and ${messageId}: two current letters for one person`] : []),
      ...(onList.has(recipient) ? [] : [`message ${messageId}: for somebody who is not on the list`]),
      ...(person && person.recipient !== recipient
        ? [`message ${messageId}: at somebody else than its letter is for`]
        : []),
    ]
  })
}
