import type { SlotDeclaration } from '../../platform/pdf/plate.ts'
import type { VoterFacts } from './letter-facts.ts'

/** Points. The window of the envelope shows this much of a line, however the sheet lies in it. */
const addressLine = { sizes: [10.5, 9.5, 8.5], maxWidth: 243, sharesSize: 'address' }
const detailWidth = 355
const detailSizes = [10.5, 9.5, 8.5]

export const mostAddressLines = 5

/** Where a voter's own texts stand. A long name takes the line above it as well: no gap in the address. */
export const slots: readonly SlotDeclaration[] = [
  { name: 'addresseeAbove', ...addressLine },
  { name: 'addressee', ...addressLine, overflow: 'addresseeAbove' },
  ...Array.from({ length: mostAddressLines }, (_, line) => ({
    name: `address${line + 1}`,
    ...addressLine,
  })),
  { name: 'mark', sizes: [15], maxWidth: 120 },
  { name: 'listNumber', sizes: [26, 20], maxWidth: 94 },
  { name: 'fullName', sizes: detailSizes, maxWidth: detailWidth },
  { name: 'listAddress', sizes: detailSizes, maxWidth: detailWidth },
]

/** A voter's texts by slot; an empty text leaves its line blank. */
export function slotValues(voter: VoterFacts): Record<string, string> {
  const lines = voter.addressLines.slice(0, mostAddressLines)
  const rest = voter.addressLines.slice(mostAddressLines)
  const last = [lines[mostAddressLines - 1], ...rest].filter(Boolean).join(', ')
  const address = Array.from({ length: mostAddressLines }, (_, line) =>
    line === 4 ? last : (lines[line] ?? ''),
  )
  const values = {
    addresseeAbove: '',
    addressee: voter.fullName,
    ...Object.fromEntries(address.map((text, line) => [`address${line + 1}`, text])),
    mark: voter.mark ?? '',
    listNumber: String(voter.listNumber),
    fullName: voter.fullName,
    listAddress: voter.listAddressLine,
  }
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, tidy(text)]))
}

/** One spelling of each letter, and one space where a file has several. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
