import type { Sourced } from '../../elections/index.ts'
import rules from './envelope.json' with { type: 'json' }

/** What the post and the envelope ask of an address on a letter, in millimetres, each with its source and its mark. */
export interface EnvelopeRules {
  readonly envelope: Sourced<{ readonly width: number; readonly height: number }>
  /** The sheet as it lies in the envelope. */
  readonly sheet: Sourced<{ readonly width: number; readonly foldedHeight: number }>
  readonly window: Sourced<{
    readonly width: number
    readonly height: number
    readonly fromRight: number
    readonly fromBottom: number
  }>
  /** The largest zone that an address may take. */
  readonly mostOfAddress: Sourced<{ readonly width: number; readonly height: number }>
  readonly freeBelow: Sourced<number>
  readonly freeRight: Sourced<number>
  readonly mostLines: Sourced<number>
}

export const envelopeRules = rules as EnvelopeRules

/** A part of the page, in millimetres from its left and upper edges. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The folded sheet has room to slide in the envelope: at most so much, to the right and down. */
export function slack({ envelope, sheet }: EnvelopeRules): { right: number; down: number } {
  return {
    right: envelope.value.width - sheet.value.width,
    down: envelope.value.height - sheet.value.foldedHeight,
  }
}

/**
 * What of the page the window shows: `sometimes` in one or another position of the sheet, `always` in all of them. An
 * address stands in the second; in the first stands nothing else.
 */
export function windowOnPage(rules: EnvelopeRules): { sometimes: Area; always: Area } {
  const { width, height } = rules.envelope.value
  const window = rules.window.value
  const right = width - window.fromRight
  const bottom = height - window.fromBottom
  const [left, top] = [right - window.width, bottom - window.height]
  const slides = slack(rules)
  return {
    sometimes: { left: left - slides.right, top: top - slides.down, right, bottom },
    always: { left, top, right: right - slides.right, bottom: bottom - slides.down },
  }
}
