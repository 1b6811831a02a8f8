import type { SeatRole } from '../bureau-rules.ts'
import type { LetterBureau, LetterInstructions, MemberLetterKind } from './member-letter-facts.ts'
import { isFor, type MemberLetters } from './member-letter-file.ts'
import { callingLetters } from './sent-letter.ts'

/** Bureaus whose chairs are told the same; a reserve is told what the chairs of its bureaus are. */
export const instructedBureaus = ['POLLING', 'COUNTING', 'MAIN'] as const
export type InstructedBureau = (typeof instructedBureaus)[number]

/** What a municipality wrote for the chairs of one kind of bureau. */
export interface OwnInstructions {
  readonly bureau: InstructedBureau
  readonly version: number
  readonly text: string
  readonly writtenAt: Date
  readonly writtenBy: string
}

export type InstructionsByBureau = ReadonlyMap<InstructedBureau, OwnInstructions>

export const longestInstructions = 12_000

/** Who chairs, or may have to. */
const instructedRoles: readonly SeatRole[] = ['CHAIR', 'DEPUTY_CHAIR']

interface Called {
  readonly letter: MemberLetterKind
  readonly kind: LetterBureau
  readonly role: SeatRole
}

/** What goes behind this letter: what the municipality wrote, or what comes with the program; nothing where nobody is to chair. */
export function instructionsFor(
  words: Pick<MemberLetters, 'instructions'>,
  own: InstructionsByBureau,
  { letter, kind, role }: Called,
): LetterInstructions | undefined {
  if (!callingLetters.includes(letter) || !instructedRoles.includes(role)) return undefined
  const written = own.get(instructedBureauOf(kind))
  const { title } = words.instructions
  if (written) return { version: written.version, title, parts: partsOf(written.text) }
  const parts = words.instructions.parts.filter((part) => isFor(part, kind, role))
  return { version: 0, title, parts: parts.map(({ title, text }) => ({ title, text: [...text] })) }
}

function instructedBureauOf(kind: LetterBureau): InstructedBureau {
  if (kind === 'MAIN') return kind
  return kind === 'COUNTING' || kind === 'COUNTING_RESERVE' ? 'COUNTING' : 'POLLING'
}

/** A line that begins with `#` is a heading; an empty line parts paragraphs. */
export function partsOf(text: string): LetterInstructions['parts'] {
  const parts: { title: string; text: string[] }[] = []
  for (const block of text.replaceAll('\r', '').split(/\n\s*\n|\n(?=#)|(?<=^#[^\n]*)\n/m)) {
    const line = block.trim()
    if (line.startsWith('#')) parts.push({ title: line.replace(/^#+\s*/, ''), text: [] })
    else if (line) {
      if (parts.length === 0) parts.push({ title: '', text: [] })
      parts.at(-1)!.text.push(line.replaceAll(/\s*\n\s*/g, ' '))
    }
  }
  return parts
}

/** What comes with the program, written as somebody can change it. */
export function defaultInstructions(
  { instructions }: Pick<MemberLetters, 'instructions'>,
  bureau: InstructedBureau,
): string {
  return instructions.parts
    .filter((part) => isFor(part, bureau, 'CHAIR'))
    .map(({ title, text }) => [`# ${title}`, ...text].join('\n\n'))
    .join('\n\n')
}
