import { currentOf, type LetterFormat, type MyLetter, renderForm } from '../../letters/index.ts'
import type { Portal } from '../portal.ts'

const files = { pdf: 'kiesbrief.pdf', 'large-print': 'kiesbrief-grote-letters.pdf' } as const

/** The citizen's letter itself, in this form: the PDF byte for byte as it was sent. */
export function openLetter(format: LetterFormat) {
  return async ({ deps, context }: Portal, letters: readonly MyLetter[]): Promise<Response> => {
    const { election, letter } = currentOf(letters)[0]!
    const facts = { election, letterId: letter.letter_id, format, by: 'citizen' }
    const bytes = new Uint8Array(await renderForm(deps, facts))
    if (format === 'html') return context.body(bytes, 200, { 'Content-Type': 'text/html; charset=utf-8' })
    return context.body(bytes, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${files[format]}"`,
    })
  }
}
